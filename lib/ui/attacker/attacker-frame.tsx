import type { ReactNode } from "react";
import styles from "./attack-panel.module.css";

type Props = {
  /** Who acts here: "The attacker". */
  title: string;
  /** What there is to choose and to press. */
  children: ReactNode;
  /** Says where else the same is proved, to who has no JavaScript. */
  withoutScripts: string;
  /** What came of it: announced as it comes. */
  outcome: ReactNode;
  /** What stands below it in silence. */
  detail?: ReactNode;
};

/** The frame of everything that is done to the app with ill intent, marked X in red. */
export function AttackerFrame({ title, children, withoutScripts, outcome, detail }: Props) {
  return (
    <section className={styles.panel} aria-label={title}>
      <p className={styles.lead}>
        <span className={styles.mark} aria-hidden="true">
          X
        </span>
        {title}
      </p>
      {children}
      <noscript>
        <p>{withoutScripts}</p>
      </noscript>
      <div aria-live="polite">{outcome}</div>
      {detail}
    </section>
  );
}
