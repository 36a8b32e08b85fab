"use client";

import { lazy, Suspense } from "react";
import type { ScenarioListProps } from "./scenario-list";

const ScenarioList = lazy(() => import("./scenario-list"));

/** The scenarios' code comes with the lab, not with the page. */
export function ScenarioIsland(props: ScenarioListProps) {
  return (
    <Suspense fallback={null}>
      <ScenarioList {...props} />
    </Suspense>
  );
}
