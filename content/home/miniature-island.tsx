"use client";

import type { ReactNode } from "react";
import { useIsland } from "@/lib/ui/lab/use-island";

const loadMiniature = () => import("./live-miniature").then(({ default: LiveMiniature }) => LiveMiniature);

/** Replaces the poster by the live miniature when the visitor presses its button. The code is loaded then. */
export function MiniatureIsland({ poster }: { poster: ReactNode }) {
  const { Component: LiveMiniature, loading, frame } = useIsland("[data-start-miniature]", loadMiniature);
  return (
    <div ref={frame} data-loading={loading}>
      {LiveMiniature ? <LiveMiniature /> : poster}
    </div>
  );
}
