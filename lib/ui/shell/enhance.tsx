"use client";

import { useEffect } from "react";
import { loadProgress } from "@/lib/progress/load-progress";
import { onTerm } from "@/lib/ui/glossary/on-term";
import { connectKeysSwitch } from "@/lib/ui/keys/keys-switch";
import { onKey } from "@/lib/ui/keys/on-key";
import { copyCode } from "./copy-code";
import { recallPredictions, rememberPrediction } from "./predictions";

function onClick({ target }: MouseEvent) {
  if (!(target instanceof Element)) return;
  const button = target.closest<HTMLButtonElement>("button[data-copy]");
  if (button) void copyCode(button);
  const control = target.closest<HTMLElement>("[data-progress-do]");
  if (control) void import("@/lib/progress/transfer").then(({ transfer }) => transfer(control));
  // A link inside the menu has done its work: the menu would cover where it leads.
  if (target.closest("a, [data-show-keys]")) target.closest<HTMLElement>("[popover]")?.hidePopover();
  if (target.closest("[data-show-keys]"))
    document.querySelector<HTMLDialogElement>("dialog#keys")?.showModal();
}

function onChange({ target }: Event) {
  if (!(target instanceof HTMLInputElement)) return;
  rememberPrediction(target);
  if (target.closest("[data-progress-controls]")) {
    void import("@/lib/progress/transfer").then(({ importChosen }) => importChosen(target));
  }
}

/**
 * The few things that the static pages gain from scripts, by delegation: one small island serves any number of
 * code blocks and questions, none of which has to hydrate.
 */
export function Enhance() {
  useEffect(() => {
    recallPredictions();
    connectKeysSwitch();
    if (document.querySelector("[data-nearest]")) {
      void import("./suggest-lesson").then(({ suggestLesson }) => suggestLesson());
    }
    loadProgress();
    const listeners = new AbortController();
    const { signal } = listeners;
    document.addEventListener("click", onClick, { signal });
    document.addEventListener("change", onChange, { signal });
    document.addEventListener("keydown", onKey, { signal });
    for (const type of ["pointerover", "focusin", "click"])
      document.addEventListener(type, onTerm, { signal });
    // From here on keys and clicks are heard: before, they are nobody's, and a test has to wait.
    document.documentElement.dataset.enhanced = "";
    return () => listeners.abort();
  }, []);
  return null;
}
