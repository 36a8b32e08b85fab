"use client";

import { useState } from "react";

/** The part of the Navigation API that is used; not in every browser yet. */
type Navigation = EventTarget & { canGoBack: boolean };

function navigationOf(inside: Window): Navigation | null {
  const { navigation } = inside as Window & { navigation?: Navigation };
  return navigation ?? null;
}

/**
 * Where the frame is, for its address line. A page load says so itself; moves inside a page are seen where the
 * browser has the Navigation API. Without it, going back is not offered: the frame shares its history with the
 * lesson's page, and would take the reader away.
 */
export function useFramePath(first: string | null) {
  const [path, setPath] = useState<string | null>(first);
  const [canGoBack, setCanGoBack] = useState(false);

  const read = (inside: Window) => {
    setPath(pathOf(inside));
    setCanGoBack(navigationOf(inside)?.canGoBack ?? false);
  };
  const watch = (inside: Window | null) => {
    if (inside === null) return;
    read(inside);
    navigationOf(inside)?.addEventListener("currententrychange", () => read(inside));
  };
  return { path: path ?? first, canGoBack, watch };
}

function pathOf(inside: Window): string | null {
  try {
    return inside.location.pathname + inside.location.search;
  } catch {
    // Another origin, or a page that refuses to be framed.
    return null;
  }
}
