"use client";

import { useMemo } from "react";
import type { LabState } from "../schemas.ts";
import { stateAt } from "./state-at.ts";
import { useLab } from "./use-lab.ts";
import { useLabNow } from "./use-lab-now.ts";

/** The lab's state at the current second of its clock (see `stateAt`). */
export function useStateNow(): LabState | null {
  const reported = useLab((lab) => lab.state);
  const now = useLabNow();
  return useMemo(() => reported && stateAt(reported, now), [reported, now]);
}
