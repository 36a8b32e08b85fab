"use client";

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import styles from "./tabs.module.css";

export type Tab = { id: string; label: string; panel: ReactNode };

type Props = { label: string; tabs: readonly Tab[]; className?: string | undefined };

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The attributes of a panel. It scrolls, so it takes the focus for the keyboard (WCAG 2.1.1). */
function panelOf(tabId: string) {
  return { role: "tabpanel", tabIndex: 0, "aria-labelledby": tabId } as const;
}

/** Tabs with the keys of the ARIA Authoring Practices' pattern. A panel that was shown once keeps its state. */
export function Tabs({ label, tabs, className = "" }: Props) {
  const [chosen, setChosen] = useState(tabs[0]?.id);
  const [seen, setSeen] = useState(() => new Set([chosen]));
  const list = useRef<HTMLDivElement>(null);
  const base = useId();

  const choose = (id: string) => {
    setChosen(id);
    setSeen((before) => new Set(before).add(id));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const next = tabs[steps[event.key]?.(at, tabs.length) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    choose(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };

  return (
    <div className={`${styles.tabs} ${className}`}>
      <div ref={list} role="tablist" aria-label={label} className={styles.list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-tab-${tab.id}`}
            data-tab={tab.id}
            aria-selected={tab.id === chosen}
            aria-controls={`${base}-panel-${tab.id}`}
            tabIndex={tab.id === chosen ? 0 : -1}
            className={styles.tab}
            onClick={() => choose(tab.id)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {tabs.map(({ id, panel }) => (
        <div
          key={id}
          {...panelOf(`${base}-tab-${id}`)}
          id={`${base}-panel-${id}`}
          hidden={id !== chosen}
          className={styles.panel}
        >
          {seen.has(id) && panel}
        </div>
      ))}
    </div>
  );
}
