/** What web-standard APIs offer not at all, or not in one synchronous step. Each door brings its own. */
export interface CryptoPort {
  /** That many random bytes, as base64url without padding. */
  random(bytes: number): string;
  /** SHA-256 of a UTF-8 text, hexadecimal. Synchronous, so that a hash never splits a check from its set. */
  sha256(text: string): string;
  /** scrypt (RFC 7914). */
  scrypt(password: string, salt: Uint8Array, cost: ScryptCost, length: number): Promise<Uint8Array>;
  /** How many of them may run at once and leave room for everything else. */
  readonly scryptsAtOnce: number;
}

export interface ScryptCost {
  /** CPU and memory cost, a power of two. */
  readonly N: number;
  /** Block size. */
  readonly r: number;
  /** Parallelisation. */
  readonly p: number;
}
