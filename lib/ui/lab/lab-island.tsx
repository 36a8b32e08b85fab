"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { hasLab } from "@/lib/lab/client/lab-flag";
import styles from "./lab-dock.module.css";
import type { LabPanelProps } from "./lab-panel";
import type { LabSheetProps } from "./lab-sheet";

const loadSheet = () => import("./lab-sheet");

/**
 * Puts the panel in the poster's place: with the first press of the poster's button, or by itself in a browser
 * that already has a lab. This is all of the lab's code that a lesson ships before that.
 */
export function LabIsland({ poster, ...panel }: LabPanelProps & { poster: ReactNode }) {
  const [Sheet, setSheet] = useState<ComponentType<LabSheetProps> | null>(null);
  const [loading, setLoading] = useState<"busy" | "failed">();
  const [raised, setRaised] = useState(false);
  const dock = useRef<HTMLElement>(null);

  useEffect(() => {
    const element = dock.current;
    const button = element?.querySelector("[data-start-lab]");
    if (!element || !button) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    const load = () => {
      setLoading("busy");
      loadSheet().then(
        (module) => setSheet(() => module.LabSheet),
        () => setLoading("failed"),
      );
    };
    const start = () => {
      setRaised(true);
      load();
    };
    button.addEventListener("click", start, { signal });
    button.addEventListener("pointerenter", loadSheet, { signal });
    const near = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      near.disconnect();
      load();
    });
    if (hasLab()) near.observe(element);
    return () => {
      listeners.abort();
      near.disconnect();
    };
  }, []);

  return (
    <aside
      ref={dock}
      id="lab"
      aria-label="Lab"
      data-loading={loading}
      className={raised && Sheet ? `${styles.dock} ${styles.raised}` : styles.dock}
    >
      {Sheet ? <Sheet {...panel} raised={raised} onRaise={setRaised} /> : poster}
    </aside>
  );
}
