"use client";

import { useEffect, useId, useRef } from "react";
import { LabPanel, type LabPanelProps } from "./lab-panel";
import styles from "./lab-sheet.module.css";
import { MiniBars } from "./mini-bars";

export type LabSheetProps = LabPanelProps & { raised: boolean; onRaise(raised: boolean): void };

/** The panel, and on a phone the handle that raises it. The handle keeps the bars visible. */
export function LabSheet({ raised, onRaise, ...panel }: LabSheetProps) {
  const panelId = useId();
  const body = useRef<HTMLDivElement>(null);
  const startedByHand = useRef(raised);
  // The pressed button is gone with the poster, so the focus moves to this element.
  useEffect(() => {
    if (startedByHand.current) body.current?.focus();
  }, []);
  useEffect(() => {
    if (!raised) return;
    const lower = (event: KeyboardEvent) => event.key === "Escape" && onRaise(false);
    document.addEventListener("keydown", lower);
    return () => document.removeEventListener("keydown", lower);
  }, [raised, onRaise]);
  return (
    <>
      <button
        type="button"
        className={styles.handle}
        aria-expanded={raised}
        aria-controls={panelId}
        onClick={() => onRaise(!raised)}
      >
        <span className={styles.name}>{raised ? "Close" : "Your lab"}</span>
        <MiniBars />
        <span aria-hidden="true">{raised ? "↓" : "↑"}</span>
      </button>
      <div
        ref={body}
        id={panelId}
        tabIndex={-1}
        className={raised ? styles.body : `${styles.body} ${styles.lowered}`}
      >
        <LabPanel {...panel} />
      </div>
    </>
  );
}
