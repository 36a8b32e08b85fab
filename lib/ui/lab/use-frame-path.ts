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
  const [path, setPath] = useState<string | null | undefined>(undefined);
  const [known, setKnown] = useState<string | undefined>(undefined);
  const [canGoBack, setCanGoBack] = useState(false);

  const read = (inside: Window) => {
    const now = pathOf(inside);
    setPath(now);
    if (now === null) return false;
    setKnown(now);
    setCanGoBack(navigationOf(inside)?.canGoBack ?? false);
    return true;
  };
  return {
    /** Null where the frame shows no page of this site: what was asked for did not load. */
    path: path === undefined ? first : path,
    /** The last page of the app that did load, or the one that was asked for. */
    lastPath: known ?? first ?? "/notes",
    canGoBack,
    /** Follows a window that has loaded. @returns false where it cannot be looked into */
    watch(inside: Window | null): boolean {
      if (inside === null || !read(inside)) return false;
      navigationOf(inside)?.addEventListener("currententrychange", () => read(inside));
      return true;
    },
  };
}

/** @returns null for another origin: the browser's own error page, or a page that refuses to be framed */
function pathOf(inside: Window): string | null {
  try {
    return inside.location.pathname + inside.location.search;
  } catch {
    return null;
  }
}
