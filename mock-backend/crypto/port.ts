/** What web-standard APIs lack, or offer only asynchronously. Node and the browser have an implementation each. */
export interface CryptoPort {
  /** Random bytes as base64url without padding. @param bytes how many */
  random(bytes: number): string;
  /** SHA-256 of a UTF-8 text, hexadecimal. Synchronous, so that a hash never splits a check from its set. */
  sha256(text: string): string;
  /** scrypt (RFC 7914). */
  scrypt(password: string, salt: Uint8Array, cost: ScryptCost, length: number): Promise<Uint8Array>;
  /** How many scrypts may run at once and leave room for all other work. */
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
