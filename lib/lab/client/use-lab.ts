"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import { browserLab, type Lab } from "./lab.ts";
import type { LabSnapshot } from "./snapshot.ts";

/** A lab in place of the page's own, for parts that show a fixed state: `/design`, tests. */
export const LabContext = createContext<Lab | null>(null);

/**
 * Reads a part of the lab's snapshot and re-renders when that part changes.
 *
 * @param select must return the same reference for the same snapshot: it selects and does not build
 */
export function useLab<T>(select: (snapshot: LabSnapshot) => T): T {
  const lab = useControls();
  const read = () => select(lab.get());
  return useSyncExternalStore(lab.subscribe, read, read);
}

/** The page's lab with its actions; the same object at each render. */
export function useControls(): Lab {
  return useContext(LabContext) ?? browserLab();
}
