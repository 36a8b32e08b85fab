"use client";

import { type ComponentType, useCallback, useEffect, useRef, useState } from "react";

/**
 * Loads the component that replaces an island's poster. The poster's button loads it; the code is fetched as soon as
 * the pointer or the focus is on the button.
 *
 * @param selector of the poster's button within the element that gets `frame`
 * @param load imports the component; must be the same function at each render
 * @returns `pressed` tells a press of the button apart from a call of `start`
 */
export function useIsland<Props>(selector: string, load: () => Promise<ComponentType<Props>>) {
  const [Component, setComponent] = useState<ComponentType<Props> | null>(null);
  const [loading, setLoading] = useState<"busy" | "failed">();
  const [pressed, setPressed] = useState(false);
  const frame = useRef<HTMLDivElement>(null);

  const start = useCallback(() => {
    setLoading("busy");
    load().then(
      (loaded) => setComponent(() => loaded),
      () => setLoading("failed"),
    );
  }, [load]);

  useEffect(() => {
    const button = frame.current?.querySelector(selector);
    const listeners = new AbortController();
    const { signal } = listeners;
    const press = () => {
      setPressed(true);
      start();
    };
    const prefetch = () => void load().catch(() => {});
    button?.addEventListener("click", press, { signal });
    button?.addEventListener("pointerenter", prefetch, { signal });
    button?.addEventListener("focus", prefetch, { signal });
    return () => listeners.abort();
  }, [selector, load, start]);

  return { Component, loading, pressed, frame, start };
}
