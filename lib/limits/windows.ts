/**
 * What an address may do only so often. All are dear: a lab is kept for two hours, a sign-in is hashed, an attack is a
 * dozen requests of this server's own.
 */
export type LimitName = "labs" | "sign-ins" | "attacks";

/** So many in so many seconds, counted from the first. */
export type Window = { most: number; seconds: number };

/**
 * A class of sixty sits behind one address (docs/decisions/0023): it makes its labs in a minute and again in the next
 * lesson, and everybody signs in four times a minute.
 */
export const windows: Readonly<Record<LimitName, readonly Window[]>> = {
  labs: [
    { most: 120, seconds: 60 },
    { most: 1_000, seconds: 60 * 60 },
  ],
  "sign-ins": [{ most: 240, seconds: 60 }],
  attacks: [{ most: 600, seconds: 60 }],
};

/** Event streams that one address may have open: three tabs for each of sixty, and some. */
export const MOST_STREAMS = 200;
