"use client";

import { type ReactNode, useEffect } from "react";
import { hasLab } from "@/lib/lab/client/lab-flag";
import { useIsland } from "@/lib/ui/lab/use-island";
import type { SwitchableLesson } from "./switchable";

const loadWorkbench = () => import("./workbench").then(({ default: Workbench }) => Workbench);

type Props = { lessons: readonly SwitchableLesson[]; poster: ReactNode };

/** Loads the workbench when the visitor presses the poster's button, or at once in a browser that has a lab. */
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
