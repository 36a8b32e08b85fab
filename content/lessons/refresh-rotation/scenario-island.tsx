"use client";

import { lazy, Suspense } from "react";
import type { AccidentListProps } from "./accident-list";

const AccidentList = lazy(() => import("./accident-list"));

/** The scenarios' code comes with the lab, not with the page. */
export function ScenarioIsland(props: AccidentListProps) {
  return (
    <Suspense fallback={null}>
      <AccidentList {...props} />
    </Suspense>
  );
}
