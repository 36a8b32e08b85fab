import { TOLERANCE_SECONDS } from "../../domain/access-token.ts";
import { MAX_KEYS, type SigningKey } from "../../domain/keys.ts";
import type { Keys } from "../keys.ts";

export class MemoryKeys implements Keys {
  #signing: SigningKey;
  #verifying: SigningKey[] = [];

  constructor(first: SigningKey) {
    this.#signing = first;
  }

  async forSigning(expiresAt: number) {
    this.#signing.lastTokenExpiresAt = Math.max(this.#signing.lastTokenExpiresAt, expiresAt);
    return this.#signing;
  }

  async published(now: number) {
    this.#drop(now);
    return [this.#signing, ...this.#verifying];
  }

  async rotate(next: SigningKey, now: number) {
    this.#drop(now);
    if (this.#verifying.length + 1 >= MAX_KEYS) return false;
    this.#verifying = [this.#signing, ...this.#verifying];
    this.#signing = next;
    this.#drop(now);
    return true;
  }

  /** A key goes when the last token that it signed would be refused for its age anyway. */
  #drop(now: number): void {
    if (this.#verifying.length === 0) return;
    const oldest = now - TOLERANCE_SECONDS * 1000;
    this.#verifying = this.#verifying.filter((key) => key.lastTokenExpiresAt > oldest);
  }
}
