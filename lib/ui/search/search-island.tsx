"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { SearchDialogProps } from "./search-dialog";

const loadDialog = () => import("./search-dialog");

/** Whether a key is the shortcut: ⌘K on a Mac, where Ctrl+K deletes to the end of a line, and Ctrl+K elsewhere. */
function isShortcut({ key, metaKey, ctrlKey, altKey, shiftKey }: KeyboardEvent): boolean {
  const mac = navigator.platform.startsWith("Mac");
  return key.toLowerCase() === "k" && (mac ? metaKey : ctrlKey) && !altKey && !shiftKey;
}

/** The part of the search that every page loads. The button or the shortcut loads the rest. */
export function SearchIsland() {
  const [Dialog, setDialog] = useState<ComponentType<SearchDialogProps> | null>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    // A page without the button has no search, such as the app under study in its frame.
    const button = document.querySelector("[data-show-search]");
    if (!button) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    const show = () => {
      setOpen(true);
      void loadDialog().then(({ SearchDialog }) => setDialog(() => SearchDialog));
    };
    button.addEventListener("pointerenter", loadDialog, { signal });
    button.addEventListener("click", show, { signal });
    document.addEventListener(
      "keydown",
      (event) => {
        if (!isShortcut(event) || event.repeat || document.querySelector("dialog[open]")) return;
        event.preventDefault();
        show();
      },
      { signal },
    );
    return () => listeners.abort();
  }, []);

  return Dialog && open ? <Dialog onClose={() => setOpen(false)} /> : null;
}
