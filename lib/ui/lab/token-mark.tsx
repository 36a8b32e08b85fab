import type { TokenKind } from "@/lib/lab/schemas";
import { longName, shortName } from "@/lib/lab/token-names";
import { classes } from "@/lib/ui/classes";
import styles from "./token-mark.module.css";

type Props = {
  kind: TokenKind;
  generation: number | null;
  /** Whether the token is spent, expired or revoked. It is then an outline. */
  over?: boolean;
};

/** A token as a shape with its letter and number: square S, circle A, diamond R. In prose, use `Token`. */
export function TokenMark({ kind, generation, over = false }: Props) {
  const mark = { kind, generation };
  const digits = generation === null ? 0 : String(generation).length;
  return (
    <span
      className={classes(styles.mark, styles[kind], over && styles.over)}
      title={longName(mark)}
      // The name by which all marks of a token are highlighted (highlight-token.ts).
      data-token={generation === null ? undefined : shortName(mark)}
    >
      <span className={styles.shape} data-shape={kind} aria-hidden="true" />
      <span className={styles.name} data-digits={digits} aria-hidden="true">
        {shortName(mark)}
      </span>
      <span className="visually-hidden">{longName(mark)}</span>
    </span>
  );
}
