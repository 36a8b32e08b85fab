"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import { browserLab, type Lab } from "./lab.ts";
import type { LabSnapshot } from "./snapshot.ts";

/** A lab in place of the page's own, for parts that show a fixed state: `/design`, tests. */
export const LabContext = createContext<Lab | null>(null);

/**
 * Reads one part of the lab and re-renders when that part changed.
 *
 * @param select must return the same reference for the same snapshot: pick, do not build
 */
export function useLab<T>(select: (snapshot: LabSnapshot) => T): T {
  const lab = useControls();
  const read = () => select(lab.get());
  return useSyncExternalStore(lab.subscribe, read, read);
}

/** What can be done to the lab; never changes. */
export function useControls(): Lab {
  return useContext(LabContext) ?? browserLab();
}
