"use client";

import { useEffect } from "react";
import { copyCode } from "./copy-code";
import { recallPredictions, rememberPrediction } from "./predictions";

function onClick({ target }: MouseEvent) {
  if (!(target instanceof Element)) return;
  const button = target.closest<HTMLButtonElement>("button[data-copy]");
  if (button) void copyCode(button);
  // A link inside the menu has done its work: the menu would cover where it leads.
  if (target.closest("a")) target.closest<HTMLElement>("[popover]")?.hidePopover();
}

function onChange({ target }: Event) {
  if (target instanceof HTMLInputElement) rememberPrediction(target);
}

/**
 * The few things that the static pages gain from scripts, by delegation: one small island serves any number of
 * code blocks and questions, none of which has to hydrate.
 */
export function Enhance() {
  useEffect(() => {
    recallPredictions();
    if (document.querySelector("[data-nearest]")) {
      void import("./nearest").then(({ suggestNearest }) => suggestNearest());
    }
    document.addEventListener("click", onClick);
    document.addEventListener("change", onChange);
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("change", onChange);
    };
  }, []);
  return null;
}
