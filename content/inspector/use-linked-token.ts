"use client";

import { useEffect, useRef } from "react";
import { type LinkedToken, readInspectorLink } from "@/lib/inspect/inspector-link";

/**
 * Hands over what a link linked behind the `#` of this page's address, on arrival and when such a link is followed from
 * this very page. It is taken out of the address, so that it stays in no history.
 *
 * @param onArrival is called once, with null when nothing was linked
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
