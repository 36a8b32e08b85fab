"use client";

import { useMemo } from "react";
import { useLab } from "@/lib/lab/client/use-lab";
import type { Actor } from "@/lib/lab/schemas";
import { TokenMark } from "@/lib/ui/lab/token-mark";
import styles from "./miniature.module.css";
import { lastExchange } from "./wire";

const names: Record<Actor, string> = {
  browser: "Browser",
  next: "Next",
  backend: "Backend",
  attacker: "Attacker",
};

/** The last sign-in or refresh as it went over the wire, server to server too. */
export function Wire() {
  const log = useLab((lab) => lab.log);
  const lines = useMemo(() => lastExchange(log.events), [log]);
  return (
    <section className={styles.wire} aria-label="What just went over the wire">
      <ol>
        {lines.map(({ seq, from, to, text, tokens }) => (
          <li key={seq}>
            <span className={styles.way}>
              {names[from]} <span aria-hidden="true">→</span>
              <span className="visually-hidden"> to </span> {names[to]}
            </span>
            <code>{text}</code>
            <span className={styles.marks}>
              {tokens.map(({ kind, generation, role }) => (
                <TokenMark key={`${role}${kind}${generation}`} kind={kind} generation={generation} />
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
