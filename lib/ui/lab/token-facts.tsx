import type { ReactNode } from "react";
import styles from "./token-card.module.css";

type Props = { readable: ReactNode; usable: ReactNode; holders: ReactNode };

/** What matters of any token before what it says: who can read it, who can use it, who has it. */
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
