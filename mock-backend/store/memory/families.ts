import {
  decideRefresh,
  familyStatus,
  idleExpiry,
  type RefreshToken,
  type RevocationReason,
} from "../../domain/refresh-family.ts";
import type { RefreshTokenId } from "../../domain/refresh-token.ts";
import type { EndedFamily, Families, RefreshResult, TokenRef } from "../families.ts";
import { Account } from "./account.ts";
import { familyView } from "./family-view.ts";
import { KeptFamilies } from "./kept-families.ts";
import { type AccessRecord, end, forgetSeal, issued, type KeptFamily } from "./kept-family.ts";

/** Sign-ins that a lab remembers. The tokens of a forgotten sign-in are refused. */
export const MAX_FAMILIES = 200;

/** Newest families and tokens that `GET /lab/state` shows. */
const SHOWN = 50;

/** Every method is one synchronous step: nothing awaits between a check and its set. */
export class MemoryFamilies implements Families {
  readonly #kept: KeptFamilies;
  readonly #isActive: (userId: string) => boolean;
  #ordinal = 0;
  #refreshGeneration = 0;
  #accessGeneration = 0;

  constructor(isActive: (userId: string) => boolean, account = new Account()) {
    this.#isActive = isActive;
    this.#kept = new KeptFamilies(account);
  }

  async open(grant: Parameters<Families["open"]>[0]) {
    if (!this.#isActive(grant.userId)) return undefined;
    const absoluteExpiresAt = grant.now + grant.absoluteTtlSeconds * 1000;
    const current = this.#newToken(
      grant.token.hash,
      null,
      absoluteExpiresAt,
      grant.idleTtlSeconds,
      grant.now,
    );
    this.#ordinal += 1;
    const family: KeptFamily = {
      ordinal: this.#ordinal,
      sid: globalThis.crypto.randomUUID(),
      userId: grant.userId,
      clientId: grant.clientId,
      familyHash: grant.token.familyHash,
      absoluteExpiresAt,
      current,
      revoked: null,
      refresh: [current],
      access: [],
      live: new Map(),
    };
    const displaced = this.#makeRoom(grant.now);
    this.#kept.add(family);
    return { issued: issued(family), displaced };
  }

  async refresh(attempt: Parameters<Families["refresh"]>[0]): Promise<RefreshResult> {
    const family = this.#kept.of(attempt.presented);
    if (!family) return { kind: "refused", reason: "unknown", ended: undefined };
    const remembered = this.#kept.refreshToken(attempt.presented.hash)?.token;
    const decision = decideRefresh(family, remembered, attempt.policy, attempt.now);
    if (decision.kind === "refuse") {
      const ended = decision.revokeFamily ? this.#kept.end(family, "reused", attempt.now) : undefined;
      return { kind: "refused", reason: decision.reason, ended };
    }
    const { token } = decision;
    const predecessor = { generation: token.generation, family: family.ordinal };
    switch (decision.kind) {
      case "keep":
        token.idleExpiresAt = idleExpiry(family.absoluteExpiresAt, attempt.idleTtlSeconds, attempt.now);
        forgetSeal(family, token.parent);
        return { kind: "kept", issued: issued(family) };
      case "replay-in-grace":
        return {
          kind: "replayed-in-grace",
          predecessor,
          issued: issued(family),
          sealedSuccessor: token.sealedSuccessor ?? "",
        };
      case "rotate":
        this.#rotate(family, token, attempt);
        return { kind: "rotated", predecessor, issued: issued(family) };
    }
  }

  #rotate(family: KeptFamily, token: RefreshToken, attempt: Parameters<Families["refresh"]>[0]): void {
    const { successorHash, idleTtlSeconds, now, policy } = attempt;
    const successor = this.#newToken(
      successorHash,
      token.generation,
      family.absoluteExpiresAt,
      idleTtlSeconds,
      now,
    );
    token.usedAt = now;
    token.replacedBy = successor;
    token.graceEndsAt = now + policy.graceSeconds * 1000;
    token.sealedSuccessor = policy.graceSeconds > 0 ? attempt.sealedSuccessor : null;
    forgetSeal(family, token.parent);
    family.current = successor;
    this.#kept.addRefresh(family, successor);
  }

  async revokeByToken(token: RefreshTokenId, reason: RevocationReason, now: number) {
    const family = this.#kept.of(token);
    return family && !family.revoked ? this.#kept.end(family, reason, now) : undefined;
  }

  /** For the lab's own atomic steps. Without a user, everybody's. */
  revokeAll(reason: RevocationReason, now: number, userId?: string): EndedFamily[] {
    const families = this.#kept
      .all()
      .filter((family) => !family.revoked && (userId === undefined || family.userId === userId));
    return families.map((family) => this.#kept.end(family, reason, now));
  }

  async recordAccess(sid: string, access: Parameters<Families["recordAccess"]>[1]) {
    this.#accessGeneration += 1;
    const family = this.#kept.bySid(sid);
    if (!family) return undefined;
    const record: AccessRecord = {
      ...access,
      generation: this.#accessGeneration,
      family: family.ordinal,
      denied: false,
    };
    this.#kept.addAccess(family, record);
    return record;
  }

  async denyAccess(sid: string, jti: string) {
    this.#kept.deny(sid, jti);
  }

  async honours(sid: string, jti: string) {
    const family = this.#kept.bySid(sid);
    return family !== undefined && family.revoked === null && family.live.has(jti);
  }

  findRefresh(hash: string): TokenRef | undefined {
    const found = this.#kept.refreshToken(hash);
    return found && { generation: found.token.generation, family: found.family.ordinal };
  }

  findFamily(token: RefreshTokenId): number | undefined {
    return this.#kept.of(token)?.ordinal;
  }

  findAccess(jti: string, hash: string): TokenRef | undefined {
    const record = this.#kept.accessToken(jti);
    return record?.hash === hash ? record : undefined;
  }

  /** True while a user is signed in. */
  anyActive(now: number): boolean {
    return this.#kept.all().some((family) => familyStatus(family, now) === "active");
  }

  async view(now: number) {
    return this.#kept
      .all()
      .slice(-SHOWN)
      .map((family) => familyView(family, now, SHOWN));
  }

  #newToken(
    hash: string,
    parent: number | null,
    absoluteExpiresAt: number,
    idleTtlSeconds: number,
    now: number,
  ): RefreshToken {
    this.#refreshGeneration += 1;
    return {
      generation: this.#refreshGeneration,
      hash,
      parent,
      issuedAt: now,
      idleExpiresAt: idleExpiry(absoluteExpiresAt, idleTtlSeconds, now),
      usedAt: null,
      replacedBy: null,
      sealedSuccessor: null,
      graceEndsAt: 0,
    };
  }

  /** Forgets ended and expired sign-ins before living ones, the oldest first. `honours` is false for a forgotten one. */
  #makeRoom(now: number): EndedFamily | undefined {
    const families = this.#kept.all();
    if (families.length < MAX_FAMILIES) return undefined;
    const over = families.find((family) => familyStatus(family, now) !== "active");
    const oldest = over ?? families[0];
    if (!oldest) return undefined;
    this.#kept.forget(oldest);
    return over ? undefined : end(oldest, "displaced", now);
  }
}
