"use client";

import { useEffect } from "react";
import { connectKeysSwitch } from "@/lib/ui/keys/keys-switch";
import { onKey } from "@/lib/ui/keys/on-key";
import { copyCode } from "./copy-code";
import { recallPredictions, rememberPrediction } from "./predictions";

function onClick({ target }: MouseEvent) {
  if (!(target instanceof Element)) return;
  const button = target.closest<HTMLButtonElement>("button[data-copy]");
  if (button) void copyCode(button);
  // A link inside the menu has done its work: the menu would cover where it leads.
  if (target.closest("a, [data-show-keys]")) target.closest<HTMLElement>("[popover]")?.hidePopover();
  if (target.closest("[data-show-keys]"))
    document.querySelector<HTMLDialogElement>("dialog#keys")?.showModal();
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
    connectKeysSwitch();
    if (document.querySelector("[data-nearest]")) {
      void import("./nearest").then(({ suggestNearest }) => suggestNearest());
    }
    if (document.querySelector("[data-progress]")) {
      void import("@/lib/progress/start-progress").then(({ startProgress }) => startProgress());
    }
    const listeners = new AbortController();
    const { signal } = listeners;
    document.addEventListener("click", onClick, { signal });
    document.addEventListener("change", onChange, { signal });
    document.addEventListener("keydown", onKey, { signal });
    return () => listeners.abort();
  }, []);
  return null;
}
