"use client";

import { useState } from "react";

/** The part of the Navigation API that is used. Not every browser has the API yet. */
type Navigation = EventTarget & { canGoBack: boolean };

function navigationOf(inside: Window): Navigation | null {
  const { navigation } = inside as Window & { navigation?: Navigation };
  return navigation ?? null;
}

/**
 * The frame's path, for its address line. Page loads fire an event; navigation within a page is observed where the
 * browser has the Navigation API. Without the API there is no back button: the frame shares its history with the
 * lesson's page, so going back could leave the lesson.
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
    /** Null when the frame shows no page of this site, because the requested one did not load. */
    path: path === undefined ? first : path,
    /** The last page of the app that loaded, or the requested one. */
    lastPath: known ?? first ?? "/notes",
    canGoBack,
    /** Follows a window that has loaded. @returns false when its address cannot be read */
    watch(inside: Window | null): boolean {
      if (inside === null || !read(inside)) return false;
      navigationOf(inside)?.addEventListener("currententrychange", () => read(inside));
      return true;
    },
  };
}

/**
 * Reads a window's path. @returns null for another origin: the browser's error page, or a page that refuses to be
 * framed
 *
 * @returns null for another origin: the browser's own error page, or a page that refuses to be framed
 */
function pathOf(inside: Window): string | null {
  try {
    return inside.location.pathname + inside.location.search;
  } catch {
    return null;
  }
}
