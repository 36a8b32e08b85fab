/**
 * Bytes that each part of a lab takes in memory, measured on Node 20 and rounded up (docs/decisions/0021). `bounds.test.ts`
 * checks that no lab takes more of the heap than was counted for it.
 */

/** A lab with nothing in it, and its place in the store. */
export const LAB_BYTES = 5 * 1024;
/** A key pair: OpenSSL keeps two thirds of it outside of the heap. */
export const KEY_BYTES = 10 * 1024;
/** A sign-in with its first refresh token and the seal of one successor. */
export const FAMILY_BYTES = 2 * 1024;
/** A refresh token or an access token that is remembered by its hash. */
export const TOKEN_BYTES = 512;
/** An access token that is honoured. */
export const LIVE_BYTES = 256;
/** An address of a sign-in attempt, 254 characters at most. */
export const ADDRESS_BYTES = 768;
/** A note without its words. */
export const NOTE_BYTES = 384;
/** An open event stream whose reader takes nothing: a page that waits, as text and as bytes. */
export const FOLLOWER_BYTES = 64 * 1024;

/** A string and the place that names it. V8 keeps a string in two bytes a character once one of them is not Latin-1. */
export function wordsBytes(text: string): number {
  return 32 + 2 * text.length;
}

/** The same of a text that is ASCII throughout. */
export function textBytes(text: string): number {
  return 32 + text.length;
}
