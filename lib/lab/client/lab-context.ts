"use client";

import { createContext } from "react";
import type { Lab } from "./lab.ts";

/** Another lab than the page's own, for parts that show a state on purpose: `/design`, tests. */
export const LabContext = createContext<Lab | null>(null);
