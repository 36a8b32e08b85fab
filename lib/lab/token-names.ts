import type { TokenKind } from "./schemas.ts";

const letters = { session: "S", access: "A", refresh: "R" } as const;
const names = { session: "session cookie", access: "access token", refresh: "refresh token" } as const;

type Mark = { kind: TokenKind; generation: number | null };

/** A token's short name, everywhere the same: S1, A2, R3. */
export function shortName({ kind, generation }: Mark): string {
  return `${letters[kind]}${generation ?? ""}`;
}

/** The same, for reading aloud. */
export function longName({ kind, generation }: Mark): string {
  return generation === null ? names[kind] : `${names[kind]} ${generation}`;
}
