"use client";

import { type ComponentType, useEffect, useState } from "react";
import { forceStates, showAnswered } from "./force-states";

/**
 * Shows the lab's parts once the page has arrived: they set widths by script, which served HTML must not (style
 * attributes are refused by the policy). Then it stills hover and focus, on them too.
 */
export function LabPartsIsland() {
  const [Parts, setParts] = useState<ComponentType | null>(null);
  useEffect(() => {
    void import("./lab-parts").then((module) => setParts(() => module.default));
  }, []);
  useEffect(() => {
    if (!Parts) return;
    forceStates();
    showAnswered();
  }, [Parts]);
  return Parts ? <Parts /> : <p className="needs-script">The lab’s parts are on their way.</p>;
}
