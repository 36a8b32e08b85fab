"use client";

import { type ReactNode, useEffect } from "react";
import { hasLab } from "@/lib/lab/client/lab-flag";
import { useIsland } from "@/lib/ui/lab/use-island";
import type { SwitchableLesson } from "./switchable";

const loadWorkbench = () => import("./workbench").then(({ default: Workbench }) => Workbench);

type Props = { lessons: readonly SwitchableLesson[]; poster: ReactNode };

/**
 * Replaces the poster by the workbench: when the visitor presses its button, or at once in a browser that has a lab. The
 * code is loaded then.
 */
export function PlaygroundIsland({ lessons, poster }: Props) {
  const island = useIsland("[data-start-playground]", loadWorkbench);
  const { Component: Workbench, loading, pressed, frame, start } = island;
  useEffect(() => {
    if (hasLab()) start();
  }, [start]);

  return (
    <div ref={frame} data-loading={loading}>
      {Workbench ? <Workbench lessons={lessons} byHand={pressed} /> : poster}
    </div>
  );
}
