import type { ReactNode } from "react";
import { classes } from "./classes";
import styles from "./token.module.css";

export type TokenKind = "session" | "access" | "refresh" | "attacker";

const letters = { session: "S", access: "A", refresh: "R", attacker: "X" } as const;
const names = {
  session: "session cookie",
  access: "access token",
  refresh: "refresh token",
  attacker: "attacker",
} as const;

/**
 * A token as a coloured word: `A1` is the first generation of access token. The letter says the same as the colour,
 * for readers who do not see it. Children replace the letter.
 */
export function Token({ kind, n, children }: { kind: TokenKind; n?: number; children?: ReactNode }) {
  const className = classes(styles.token, styles[kind]);
  if (children) return <span className={className}>{children}</span>;
  return (
    <abbr className={className} title={n === undefined ? names[kind] : `${names[kind]} ${n}`}>
      {letters[kind]}
      {n}
    </abbr>
  );
}
