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
  // Closes the menu after one of its links is followed, because it would cover the target.
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

/** Adds behaviour to the static pages by event delegation: one small island, and nothing else hydrates. */
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
    // Marks that the page now handles keys and clicks. A test waits for the mark.
    document.documentElement.dataset.enhanced = "";
    return () => listeners.abort();
  }, []);
  return null;
}
