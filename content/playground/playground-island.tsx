"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { hasLab } from "@/lib/lab/client/lab-flag";
import type { SwitchableLesson } from "./switchable";

const load = () => import("./workbench");

type Props = { lessons: readonly SwitchableLesson[]; poster: ReactNode };
type Bench = ComponentType<{ lessons: readonly SwitchableLesson[]; byHand: boolean }>;

/**
 * Replaces the poster by the workbench: when the visitor presses its button, or at once in a browser that has a lab.
 * The code is loaded then.
 */
export function PlaygroundIsland({ lessons, poster }: Props) {
  const [Workbench, setWorkbench] = useState<Bench | null>(null);
  const [loading, setLoading] = useState<"busy" | "failed">();
  const [byHand, setByHand] = useState(false);
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const button = frame.current?.querySelector("[data-start-playground]");
    if (!button) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    const start = () => {
      setLoading("busy");
      load().then(
        (module) => setWorkbench(() => module.default),
        () => setLoading("failed"),
      );
    };
    const press = () => {
      setByHand(true);
      start();
    };
    button.addEventListener("click", press, { signal });
    button.addEventListener("pointerenter", load, { signal });
    if (hasLab()) start();
    return () => listeners.abort();
  }, []);

  return (
    <div ref={frame} data-loading={loading}>
      {Workbench ? <Workbench lessons={lessons} byHand={byHand} /> : poster}
    </div>
  );
}
