import type { SigningKey } from "../domain/keys.ts";

export interface Keys {
  /** The signing key, reserved for a token with this expiry: it stays published at least that long. */
  forSigning(expiresAt: number): Promise<SigningKey>;
  /** The published keys, the signing key first. */
  published(now: number): Promise<readonly SigningKey[]>;
  /** Signs with the new key from now on. @returns false when the lab has too many keys with live tokens */
  rotate(next: SigningKey, now: number): Promise<boolean>;
}
