"use client";

import { type FocusEvent, type KeyboardEvent, useState } from "react";
import type { Row } from "./rows";

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * Makes all rows one tab stop: the reader's last row, or else the newest. The arrow keys move from row to row, as in
 * a list box (ARIA Authoring Practices, "Managing focus within components").
 */
export function useRowKeys(rows: readonly Row[]) {
  const [visited, setVisited] = useState<number | null>(null);
  const isThere = rows.some(({ event }) => event.seq === visited);
  const stop = isThere ? visited : (rows.at(-1)?.event.seq ?? null);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = rows.findIndex(({ event: { seq } }) => seq === seqOf(event.target));
    const next = at === -1 ? undefined : rows[steps[event.key]?.(at, rows.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-event="${next.event.seq}"]`)?.focus();
  };
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const seq = seqOf(event.target);
    if (seq !== null) setVisited(seq);
  };
  return { stop, onKeyDown, onFocus };
}

/** The sequence number of the focused row; null when the focus is inside an opened row. */
function seqOf(target: EventTarget): number | null {
  const seq = target instanceof HTMLElement ? target.dataset.event : undefined;
  return seq === undefined ? null : Number(seq);
}
