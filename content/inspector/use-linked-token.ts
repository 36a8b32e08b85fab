"use client";

import { useEffect, useRef } from "react";
import { type LinkedToken, readInspectorLink } from "@/lib/inspect/inspector-link";

/**
 * Reads the token in the fragment (`#`) of this page's address, on load and when a link to this page is followed. The
 * fragment is removed from the address, so that the token stays in no history.
 *
 * @param onArrival is called on load, with null when there is no token, and then for each followed link
 */
export function useLinkedToken(onArrival: (linked: LinkedToken | null) => void): void {
  const latest = useRef(onArrival);
  useEffect(() => {
    latest.current = onArrival;
  });
  useEffect(() => {
    const take = () => {
      const linked = readInspectorLink(location.hash);
      if (linked !== null) history.replaceState(history.state, "", location.pathname + location.search);
      return linked;
    };
    const onHashChange = () => {
      const linked = take();
      if (linked !== null) latest.current(linked);
    };
    latest.current(take());
    window.addEventListener("hashchange", onHashChange);
    return () => window.removeEventListener("hashchange", onHashChange);
  }, []);
}
