"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";

const load = () => import("./live-miniature");

/** Replaces the poster by the live miniature when the visitor presses its button. The code is loaded then. */
export function MiniatureIsland({ poster }: { poster: ReactNode }) {
  const [Live, setLive] = useState<ComponentType | null>(null);
  const [loading, setLoading] = useState<"busy" | "failed">();
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const button = frame.current?.querySelector("[data-start-miniature]");
    if (!button) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    const start = () => {
      setLoading("busy");
      load().then(
        (module) => setLive(() => module.default),
        () => setLoading("failed"),
      );
    };
    button.addEventListener("click", start, { signal });
    button.addEventListener("pointerenter", load, { signal });
    button.addEventListener("focus", load, { signal });
    return () => listeners.abort();
  }, []);

  return (
    <div ref={frame} data-loading={loading}>
      {Live ? <Live /> : poster}
    </div>
  );
}
