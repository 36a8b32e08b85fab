"use client";

import { type ReactNode, useEffect, useState } from "react";
import { hasLab } from "@/lib/lab/client/lab-flag";
import styles from "./lab-dock.module.css";
import type { LabPanelProps } from "./lab-panel";
import { useIsland } from "./use-island";

const loadSheet = () => import("./lab-sheet").then(({ LabSheet }) => LabSheet);

/**
 * Replaces the poster by the lab's panel: when the visitor presses the poster's button, or when the dock comes into view
 * in a browser that has a lab. A lesson loads no other code of the lab before.
 */
export function LabIsland({ poster, ...panel }: LabPanelProps & { poster: ReactNode }) {
  const { Component: Sheet, loading, pressed, frame, start } = useIsland("[data-start-lab]", loadSheet);
  const [chosen, setChosen] = useState<boolean>();
  const raised = chosen ?? pressed;

  useEffect(() => {
    if (frame.current === null || !hasLab()) return;
    const near = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      near.disconnect();
      start();
    });
    near.observe(frame.current);
    return () => near.disconnect();
  }, [frame, start]);

  return (
    <aside
      ref={frame}
      id="lab"
      aria-label="Lab"
      data-loading={loading}
      className={raised && Sheet ? `${styles.dock} ${styles.raised}` : styles.dock}
    >
      {Sheet ? <Sheet {...panel} raised={raised} onRaise={setChosen} /> : poster}
    </aside>
  );
}
