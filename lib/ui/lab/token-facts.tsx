import type { ReactNode } from "react";
import styles from "./token-card.module.css";

type Props = { readable: ReactNode; usable: ReactNode; holders: ReactNode };

/** The facts about a token that come before its content: who can read it, use it, and holds it now. */
export function TokenFacts({ readable, usable, holders }: Props) {
  return (
    <dl className={styles.facts}>
      <dt>Who can read it</dt>
      <dd>{readable}</dd>
      <dt>Who can use it</dt>
      <dd>{usable}</dd>
      <dt>Who holds it now</dt>
      <dd>{holders}</dd>
    </dl>
  );
}
