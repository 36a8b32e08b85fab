import type { ReactNode } from "react";
import styles from "./design.module.css";

/** A section of the page. It is no landmark, because some of the parts in it are. */
export function Chapter({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <div className={styles.chapter}>
      <h2 id={id}>{title}</h2>
      {children}
    </div>
  );
}

/** One part in one state, with the state's name below. */
export function Specimen({
  state,
  wide = false,
  children,
}: {
  state: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={wide ? `${styles.specimen} ${styles.wide}` : styles.specimen} data-specimen={state}>
      <div className={styles.shown}>{children}</div>
      <p className={styles.state}>{state}</p>
    </div>
  );
}

/** Specimens side by side, as many as fit into the width. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
