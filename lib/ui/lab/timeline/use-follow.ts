"use client";

import { useLayoutEffect, useRef, useState } from "react";

/** The distance from the end that counts as being there, in px. */
const nearEnd = 32;

/**
 * Keeps the newest row visible while the reader is at the end. Scrolling back stops it; scrolling to the end, or the
 * switch, starts it again.
 *
 * @returns `scroller` and `content` are refs: `content` goes to the only child of the scroller
 */
export function useFollow(enabled: boolean) {
  const [follow, setFollowState] = useState(true);
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const lastTop = useRef(0);
  // A ref changes at once, where state waits for React: a reader who scrolls back is not scrolled down once more.
  const following = useRef(false);

  const setFollow = (next: boolean) => {
    following.current = next;
    setFollowState(next);
  };

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!enabled || !follow || element === null || content.current === null) return;
    following.current = true;
    // Rows out of view have an estimated height. The end moves again when they render.
    const observer = new ResizeObserver(() => {
      if (!following.current) return;
      element.scrollTop = element.scrollHeight;
      lastTop.current = element.scrollTop;
    });
    observer.observe(content.current);
    observer.observe(element);
    // With scroll anchoring the browser would scroll back where rows above turn out shorter, and that would look like
    // the reader's scrolling.
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
    // When the reader has not scrolled back, the end itself has moved.
    if (!atEnd && !wentBack) return;
    setFollow(atEnd);
  };
  return { scroller, content, follow, setFollow, onScroll };
}
