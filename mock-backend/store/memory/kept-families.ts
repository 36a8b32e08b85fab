import type { RefreshToken, RevocationReason } from "../../domain/refresh-family.ts";
import type { RefreshTokenId } from "../../domain/refresh-token.ts";
import type { EndedFamily } from "../families.ts";
import type { Account } from "./account.ts";
import { type AccessRecord, end, honour, type KeptFamily } from "./kept-family.ts";
import { FAMILY_BYTES, LIVE_BYTES, TOKEN_BYTES } from "./weights.ts";

/** Tokens of each kind that a sign-in remembers. */
export const MAX_TOKENS_PER_FAMILY = 200;
const FORGET_AT_ONCE = 50;
/** Tokens of each kind that a lab remembers, and its living access tokens. Beyond that, the sign-in with the most loses one. */
export const MAX_TOKENS = 2000;
export const MAX_LIVE = 5000;

/** A lab's sign-ins and the tokens that are remembered of them, within the lab's bounds. */
export class KeptFamilies {
  readonly #bySid = new Map<string, KeptFamily>();
  readonly #byFamilyHash = new Map<string, KeptFamily>();
  readonly #refresh = new Map<string, { family: KeptFamily; token: RefreshToken }>();
  readonly #access = new Map<string, AccessRecord>();
  #live = 0;
  readonly #account: Account;

  constructor(account: Account) {
    this.#account = account;
  }

  /** The oldest first. */
  all(): KeptFamily[] {
    return [...this.#bySid.values()];
  }

  bySid(sid: string): KeptFamily | undefined {
    return this.#bySid.get(sid);
  }

  /** The family of a token that is remembered by its hash, or by the part that all tokens of the family share. */
  of({ hash, familyHash }: RefreshTokenId): KeptFamily | undefined {
    return (
      this.#refresh.get(hash)?.family ??
      (familyHash === undefined ? undefined : this.#byFamilyHash.get(familyHash))
    );
  }

  refreshToken(hash: string) {
    return this.#refresh.get(hash);
  }

  accessToken(jti: string): AccessRecord | undefined {
    return this.#access.get(jti);
  }

  /** Keeps a new family, which has its first refresh token and no other. */
  add(family: KeptFamily): void {
    this.#bySid.set(family.sid, family);
    if (family.familyHash !== undefined) this.#byFamilyHash.set(family.familyHash, family);
    this.#refresh.set(family.current.hash, { family, token: family.current });
    this.#keepWithinBounds();
  }

  addRefresh(family: KeptFamily, token: RefreshToken): void {
    family.refresh.push(token);
    this.#refresh.set(token.hash, { family, token });
    if (family.refresh.length > MAX_TOKENS_PER_FAMILY) this.#forgetRefresh(family, FORGET_AT_ONCE);
    this.#keepWithinBounds();
  }

  addAccess(family: KeptFamily, record: AccessRecord): void {
    const before = family.live.size;
    // A token that was signed while its family ended is not honoured.
    if (!family.revoked) honour(family, record);
    this.#live += family.live.size - before;
    family.access.push(record);
    this.#access.set(record.jti, record);
    if (family.access.length > MAX_TOKENS_PER_FAMILY) this.#forgetAccess(family, FORGET_AT_ONCE);
    this.#keepWithinBounds();
  }

  /** Refuses one access token from now on. */
  deny(sid: string, jti: string): void {
    if (this.#bySid.get(sid)?.live.delete(jti)) this.#live -= 1;
    const record = this.#access.get(jti);
    if (record) record.denied = true;
    this.#settle();
  }

  end(family: KeptFamily, reason: RevocationReason, now: number): EndedFamily {
    // The family's access tokens are honoured no more, so no request asks for them.
    this.#live -= family.live.size;
    family.live.clear();
    this.#settle();
    return end(family, reason, now);
  }

  /** Forgets the family. */
  forget(family: KeptFamily): void {
    this.#forgetRefresh(family, family.refresh.length);
    this.#forgetAccess(family, family.access.length);
    this.#live -= family.live.size;
    family.live.clear();
    if (family.familyHash !== undefined) this.#byFamilyHash.delete(family.familyHash);
    this.#bySid.delete(family.sid);
    this.#settle();
  }

  #forgetRefresh(family: KeptFamily, count: number): void {
    for (const old of family.refresh.splice(0, count)) this.#refresh.delete(old.hash);
  }

  #forgetAccess(family: KeptFamily, count: number): void {
    for (const old of family.access.splice(0, count)) this.#access.delete(old.jti);
  }

  /**
   * Tokens come one at a time, so forgetting half of the most is always enough. At least five are left, and the current
   * token and its predecessor are the newest.
   */
  #keepWithinBounds(): void {
    if (this.#refresh.size > MAX_TOKENS) {
      const most = this.#familyWithMost((family) => family.refresh.length);
      if (most) this.#forgetRefresh(most, Math.floor(most.refresh.length / 2));
    }
    if (this.#access.size > MAX_TOKENS) {
      const most = this.#familyWithMost((family) => family.access.length);
      if (most) this.#forgetAccess(most, Math.floor(most.access.length / 2));
    }
    if (this.#live > MAX_LIVE) {
      const live = this.#familyWithMost((family) => family.live.size)?.live;
      const [oldest] = live?.keys() ?? [];
      if (oldest !== undefined && live?.delete(oldest)) this.#live -= 1;
    }
    this.#settle();
  }

  #familyWithMost(count: (family: KeptFamily) => number): KeptFamily | undefined {
    let most: KeptFamily | undefined;
    for (const family of this.#bySid.values()) if (!most || count(family) > count(most)) most = family;
    return most;
  }

  #settle(): void {
    const tokens = this.#refresh.size + this.#access.size;
    this.#account.set(this.#bySid.size * FAMILY_BYTES + tokens * TOKEN_BYTES + this.#live * LIVE_BYTES);
  }
}
