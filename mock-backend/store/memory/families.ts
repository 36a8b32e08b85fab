import {
  decideRefresh,
  familyStatus,
  idleExpiry,
  type RefreshToken,
  type RevocationReason,
} from "../../domain/refresh-family.ts";
import type { RefreshTokenId } from "../../domain/refresh-token.ts";
import type { EndedFamily, Families, RefreshResult, TokenRef } from "../families.ts";
import { familyView } from "./family-view.ts";
import { type AccessRecord, deny, end, forgetSeal, issued, type KeptFamily } from "./kept-family.ts";

/** Sign-ins that a lab remembers, and tokens of each kind that each remembers. What is forgotten is refused. */
export const MAX_FAMILIES = 200;
export const MAX_TOKENS_PER_FAMILY = 200;
const FORGET_AT_ONCE = 50;

/** Newest families and tokens that `GET /lab/state` shows. */
const SHOWN = 50;

/** Every method is one synchronous step: nothing awaits between a check and its set. */
export class MemoryFamilies implements Families {
  readonly #bySid = new Map<string, KeptFamily>();
  readonly #byFamilyHash = new Map<string, KeptFamily>();
  readonly #refresh = new Map<string, { family: KeptFamily; token: RefreshToken }>();
  readonly #access = new Map<string, AccessRecord>();
  readonly #isActive: (userId: string) => boolean;
  #ordinal = 0;
  #refreshGeneration = 0;
  #accessGeneration = 0;

  constructor(isActive: (userId: string) => boolean) {
    this.#isActive = isActive;
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
      denied: new Map(),
    };
    const displaced = this.#makeRoom(grant.now);
    this.#bySid.set(family.sid, family);
    if (family.familyHash !== undefined) this.#byFamilyHash.set(family.familyHash, family);
    this.#refresh.set(current.hash, { family, token: current });
    return { issued: issued(family), displaced };
  }

  async refresh(attempt: Parameters<Families["refresh"]>[0]): Promise<RefreshResult> {
    const family = this.#familyOf(attempt.presented);
    if (!family) return { kind: "refused", reason: "unknown", ended: undefined };
    const remembered = this.#refresh.get(attempt.presented.hash)?.token;
    const decision = decideRefresh(family, remembered, attempt.policy, attempt.now);
    if (decision.kind === "refuse") {
      const ended = decision.revokeFamily ? end(family, "reused", attempt.now) : undefined;
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
    family.refresh.push(successor);
    this.#refresh.set(successorHash, { family, token: successor });
    if (family.refresh.length > MAX_TOKENS_PER_FAMILY) {
      for (const old of family.refresh.splice(0, FORGET_AT_ONCE)) this.#refresh.delete(old.hash);
    }
  }

  /** A token that is remembered by itself, or by the part that it shares with its family. */
  #familyOf({ hash, familyHash }: RefreshTokenId): KeptFamily | undefined {
    return (
      this.#refresh.get(hash)?.family ??
      (familyHash === undefined ? undefined : this.#byFamilyHash.get(familyHash))
    );
  }

  async revokeByToken(token: RefreshTokenId, reason: RevocationReason, now: number) {
    const family = this.#familyOf(token);
    return family && !family.revoked ? end(family, reason, now) : undefined;
  }

  /** For the lab's own atomic steps. Without a user, everybody's. */
  revokeAll(reason: RevocationReason, now: number, userId?: string): EndedFamily[] {
    const families = [...this.#bySid.values()].filter(
      (family) => !family.revoked && (userId === undefined || family.userId === userId),
    );
    return families.map((family) => end(family, reason, now));
  }

  async recordAccess(sid: string, access: Parameters<Families["recordAccess"]>[1]) {
    this.#accessGeneration += 1;
    const family = this.#bySid.get(sid);
    if (!family) return undefined;
    const record: AccessRecord = {
      ...access,
      generation: this.#accessGeneration,
      family: family.ordinal,
    };
    family.access.push(record);
    this.#access.set(record.jti, record);
    if (family.access.length > MAX_TOKENS_PER_FAMILY) {
      for (const old of family.access.splice(0, FORGET_AT_ONCE)) this.#access.delete(old.jti);
    }
    return record;
  }

  async denyAccess({ sid, jti, expiresAt }: Parameters<Families["denyAccess"]>[0], now: number) {
    const family = this.#bySid.get(sid);
    if (!family || family.revoked) return undefined;
    return deny(family, jti, expiresAt, now) ? undefined : end(family, "signed-out", now);
  }

  async honours(sid: string, jti: string) {
    const family = this.#bySid.get(sid);
    return family !== undefined && family.revoked === null && !family.denied.has(jti);
  }

  findRefresh(hash: string): TokenRef | undefined {
    const found = this.#refresh.get(hash);
    return found && { generation: found.token.generation, family: found.family.ordinal };
  }

  findFamily(token: RefreshTokenId): number | undefined {
    return this.#familyOf(token)?.ordinal;
  }

  findAccess(jti: string, hash: string): TokenRef | undefined {
    const record = this.#access.get(jti);
    return record?.hash === hash ? record : undefined;
  }

  async view(now: number) {
    return [...this.#bySid.values()].slice(-SHOWN).map((family) => familyView(family, now, SHOWN));
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

  /** What has ended or expired goes before what lives, the oldest first. What is gone is refused: `honours` is false. */
  #makeRoom(now: number): EndedFamily | undefined {
    if (this.#bySid.size < MAX_FAMILIES) return undefined;
    const families = [...this.#bySid.values()];
    const over = families.find((family) => familyStatus(family, now) !== "active");
    const oldest = over ?? families[0];
    if (!oldest) return undefined;
    for (const token of oldest.refresh) this.#refresh.delete(token.hash);
    for (const record of oldest.access) this.#access.delete(record.jti);
    if (oldest.familyHash !== undefined) this.#byFamilyHash.delete(oldest.familyHash);
    this.#bySid.delete(oldest.sid);
    return over ? undefined : end(oldest, "displaced", now);
  }
}
