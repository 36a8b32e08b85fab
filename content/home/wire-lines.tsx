import type { ReactNode } from "react";
import type { Actor } from "@/lib/lab/schemas";
import styles from "./miniature.module.css";

const names: Record<Actor, string> = {
  browser: "Browser",
  next: "Next",
  backend: "Backend",
  attacker: "Attacker",
  terminal: "Terminal",
};

type Line = { key: number; from: Actor; to: Actor; text: string; marks: ReactNode };

/** The requests and responses of an exchange, one line each. */
export function WireLines({ label, lines }: { label: string; lines: readonly Line[] }) {
  return (
    <section className={styles.wire} aria-label={label}>
      <ol>
        {lines.map(({ key, from, to, text, marks }) => (
          <li key={key}>
            <span>
              {names[from]} <span aria-hidden="true">→</span>
              <span className="visually-hidden"> to </span> {names[to]}
            </span>
            <code>{text}</code>
            <span className={styles.marks}>{marks}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
