"use client";

import { lazy, Suspense } from "react";

const TrialList = lazy(() => import("./trial-list"));

/** The trials' code comes with the lab, not with the page. */
export function TrialIsland({ lesson }: { lesson: string }) {
  return (
    <Suspense fallback={null}>
      <TrialList lesson={lesson} />
    </Suspense>
  );
}
