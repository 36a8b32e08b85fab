"use client";

import { useLayoutEffect, useRef, useState } from "react";

/** As near to the end as to count as there, in px. */
const nearEnd = 32;

/**
 * Keeps the newest in sight while the reader is at the end. Scrolling back stops it; scrolling to the end, or the
 * switch, starts it again.
 *
 * @returns `content` goes to the one element inside the scroller
 */
export function useFollow(enabled: boolean) {
  const [follow, setFollowState] = useState(true);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const lastTop = useRef(0);
  // Known at once, where the state waits for React: the reader who scrolls back is not pulled down once more.
  const following = useRef(false);

  const setFollow = (next: boolean) => {
    following.current = next;
    setFollowState(next);
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!enabled || !follow || element === null || content.current === null) return;
    following.current = true;
    // Rows out of sight have only an estimated height: the end moves again when they are drawn.
    const observer = new ResizeObserver(() => {
      if (!following.current) return;
      element.scrollTop = element.scrollHeight;
      lastTop.current = element.scrollTop;
    });
    observer.observe(content.current);
    observer.observe(element);
    // Or the browser scrolls back by itself where rows above turn out shorter, as if the reader had.
    element.style.setProperty("overflow-anchor", "none");
    return () => {
      observer.disconnect();
      element.style.removeProperty("overflow-anchor");
      following.current = false;
    };
  }, [enabled, follow]);

  const onScroll = () => {
    const element = scroller.current;
    if (!enabled || element === null) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const atEnd = scrollHeight - scrollTop - clientHeight < nearEnd;
    const wentBack = scrollTop < lastTop.current;
    lastTop.current = scrollTop;
    // Away from the end without having gone back: it is the end that moved.
    if (!atEnd && !wentBack) return;
    setFollow(atEnd);
  };
  return { scroller, content, follow, setFollow, onScroll };
}
