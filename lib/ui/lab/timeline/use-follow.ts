"use client";

import { useLayoutEffect, useRef, useState } from "react";

/** As near to the end as to count as there, in px. */
const nearEnd = 32;

/**
 * Keeps the newest in sight while the reader is at the end. Scrolling back stops it; scrolling to the end, or the
 * switch, starts it again.
 *
 * @param content what the scroller shows: each new value may have made it longer
 */
export function useFollow(enabled: boolean, content: readonly unknown[]) {
  const [follow, setFollow] = useState(true);
  const scroller = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (enabled && follow && element !== null && content.length > 0) element.scrollTop = element.scrollHeight;
  }, [enabled, follow, content]);

  const onScroll = () => {
    const element = scroller.current;
    if (!enabled || element === null) return;
    setFollow(element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd);
  };
  return { scroller, follow, setFollow, onScroll };
}
