"use client";

import { type ComponentType, useEffect, useState } from "react";
import { forceStates, showAnswered } from "./force-states";

/**
 * Renders the lab's parts in the browser only: they set widths by script, and the policy refuses style attributes in
 * served HTML. Then it copies the hover and focus rules for them.
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
