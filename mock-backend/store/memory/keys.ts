import { TOLERANCE_SECONDS } from "../../domain/access-token.ts";
import { MAX_KEYS, newSigningKey, type SigningKey } from "../../domain/keys.ts";
import type { Keys } from "../store.ts";
import { Account } from "./account.ts";
import { KEY_BYTES } from "./weights.ts";

export class MemoryKeys implements Keys {
  /** Made at the first request for it: most labs never see a sign-in, and a key pair is the heaviest part of a lab. */
  #signing: SigningKey | undefined;
  #making: Promise<void> | undefined;
  #verifying: SigningKey[] = [];
  readonly #account: Account;

  constructor(account = new Account()) {
    this.#account = account;
  }

  async forSigning(expiresAt: number) {
    while (!this.#signing) await this.#makeFirst();
    this.#signing.lastTokenExpiresAt = Math.max(this.#signing.lastTokenExpiresAt, expiresAt);
    return this.#signing;
  }

  async published(now: number) {
    while (!this.#signing) await this.#makeFirst();
    this.#drop(now);
    return [this.#signing, ...this.#verifying];
  }

  async rotate(next: SigningKey, now: number) {
    this.#drop(now);
    if (this.#verifying.length + 1 >= MAX_KEYS) return false;
    // A first key that was never made has signed nothing: there is nothing to verify with it.
    if (this.#signing) this.#verifying = [this.#signing, ...this.#verifying];
    this.#signing = next;
    this.#drop(now);
    this.#settle();
    return true;
  }

  /** Once, however many ask at the same time; a rotation meanwhile wins. */
  async #makeFirst(): Promise<void> {
    this.#making ??= newSigningKey().then((key) => {
      this.#signing ??= key;
      this.#settle();
    });
    try {
      await this.#making;
    } finally {
      this.#making = undefined;
    }
  }

  /** A key goes when the last token that it signed would be refused for its age anyway. */
  #drop(now: number): void {
    if (this.#verifying.length === 0) return;
    const oldest = now - TOLERANCE_SECONDS * 1000;
    this.#verifying = this.#verifying.filter((key) => key.lastTokenExpiresAt > oldest);
    this.#settle();
  }

  #settle(): void {
    this.#account.set(KEY_BYTES * (this.#verifying.length + (this.#signing ? 1 : 0)));
  }
}
