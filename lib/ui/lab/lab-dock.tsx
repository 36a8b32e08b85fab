"use client";

import { type ComponentType, useCallback, useEffect, useRef, useState } from "react";
import { hasLab } from "@/lib/lab/client/lab-flag";
import styles from "./lab-dock.module.css";
import type { LabPanelProps } from "./lab-panel";
import { LabPoster } from "./lab-poster";
import type { LabSheetProps } from "./lab-sheet";

const loadSheet = () => import("./lab-sheet");

/**
 * The lab's place beside a lesson. Before the first touch it is a poster of the same size; the panel's code comes
 * with the first press of its button, or by itself in a browser that already has a lab.
 */
export function LabDock(props: LabPanelProps) {
  const [Sheet, setSheet] = useState<ComponentType<LabSheetProps> | null>(null);
  const [loading, setLoading] = useState<"no" | "busy" | "failed">("no");
  const [raised, setRaised] = useState(false);
  const dock = useRef<HTMLElement>(null);

  const load = useCallback(() => {
    setLoading("busy");
    loadSheet().then(
      (module) => setSheet(() => module.LabSheet),
      () => setLoading("failed"),
    );
  }, []);
  const start = () => {
    setRaised(true);
    load();
  };

  useEffect(() => {
    const element = dock.current;
    if (element === null || !hasLab()) return;
    const near = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      near.disconnect();
      load();
    });
    near.observe(element);
    return () => near.disconnect();
  }, [load]);

  return (
    <aside
      ref={dock}
      id="lab"
      aria-label="Lab"
      className={`${styles.dock} ${raised && Sheet ? styles.raised : ""}`}
    >
      {Sheet === null ? (
        <LabPoster loading={loading} onStart={start} onNear={loadSheet} />
      ) : (
        <Sheet {...props} raised={raised} onRaise={setRaised} />
      )}
    </aside>
  );
}
