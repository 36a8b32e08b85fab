"use client";

import { lazy, Suspense } from "react";
import type { LiveChecklistProps } from "./live-checklist";

const LiveChecklist = lazy(() => import("./live-checklist"));

/** The list's code comes with the lab, not with the page. */
export function LiveIsland(props: LiveChecklistProps) {
  return (
    <Suspense fallback={null}>
      <LiveChecklist {...props} />
    </Suspense>
  );
}
