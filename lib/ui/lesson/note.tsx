import type { ReactNode } from "react";
import styles from "./note.module.css";

const labels = {
  note: "Note",
  warning: "Careful",
  measured: "Measured",
  history: "Where this comes from",
} as const;

export type NoteKind = keyof typeof labels;

/** A remark beside the main text. `warning` is for what does harm. */
export function Note({ kind = "note", children }: { kind?: NoteKind; children: ReactNode }) {
  const label = labels[kind];
  return (
    <aside className={`${styles.note} ${kind === "warning" ? styles.warning : ""}`} aria-label={label}>
      <p className={styles.label}>{label}</p>
      {children}
    </aside>
  );
}
