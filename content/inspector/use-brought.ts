"use client";

import { useEffect, useRef } from "react";
import { type Brought, readInspectorLink } from "@/lib/inspect/inspector-link";

/**
 * Hands over what a link brought behind the `#` of this page's address, on arrival and when such a link is followed from
 * this very page. It is taken out of the address, so that it stays in no history.
 *
 * @param onArrival is called once, with null when nothing was brought
 */
export function useBrought(onArrival: (brought: Brought | null) => void): void {
  const latest = useRef(onArrival);
  useEffect(() => {
    latest.current = onArrival;
  });
  useEffect(() => {
    const take = () => {
      const brought = readInspectorLink(location.hash);
      if (brought !== null) history.replaceState(history.state, "", location.pathname + location.search);
      return brought;
    };
    const onHashChange = () => {
      const brought = take();
      if (brought !== null) latest.current(brought);
    };
    latest.current(take());
    window.addEventListener("hashchange", onHashChange);
    return () => window.removeEventListener("hashchange", onHashChange);
  }, []);
}
