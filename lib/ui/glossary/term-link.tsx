import type { Term } from "@/lib/glossary/term";
import { Inline } from "@/lib/ui/lesson/inline";
import styles from "./term.module.css";

/**
 * A link from a word to its definition in the glossary, described by a card. `Enhance` shows the card on hover, focus
 * and touch; without scripts only the link is there.
 */
export function TermLink({ term, words }: { term: Term; words: string }) {
  return (
    <a
      href={`/glossary#${term.id}`}
      className={styles.term}
      data-term=""
      aria-describedby={`term-${term.id}`}
    >
      {words}
    </a>
  );
}

/** The cards of a lesson's terms. Assistive technology reads a link's description from a hidden card too. */
export function TermCards({ terms }: { terms: readonly Term[] }) {
  return terms.map(({ id, term, text }) => (
    <p key={id} id={`term-${id}`} popover="manual" role="tooltip" className={styles.card}>
      <strong>{term}</strong> <Inline text={text} />
    </p>
  ));
}
