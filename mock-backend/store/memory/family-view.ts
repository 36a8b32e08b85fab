import { familyStatus, refreshTokenStatus } from "../../domain/refresh-family.ts";
import type { FamilyView } from "../families.ts";
import type { KeptFamily } from "./kept-family.ts";

/** A family as `GET /lab/state` shows it: numbers, times and states, and no hash. */
export function familyView(family: KeptFamily, now: number, shown: number): FamilyView {
  return {
    ordinal: family.ordinal,
    sid: family.sid,
    userId: family.userId,
    status: familyStatus(family, now),
    reason: family.revoked?.reason ?? null,
    absoluteExpiresAt: family.absoluteExpiresAt,
    refresh: family.refresh.slice(-shown).map((token) => ({
      generation: token.generation,
      status: refreshTokenStatus(family, token, now),
      issuedAt: token.issuedAt,
      idleExpiresAt: token.idleExpiresAt,
      usedAt: token.usedAt,
      replacedBy: token.replacedBy?.generation ?? null,
      graceEndsAt: token.graceEndsAt,
    })),
    access: family.access.slice(-shown).map(({ generation, jti, issuedAt, expiresAt }) => ({
      generation,
      jti,
      issuedAt,
      expiresAt,
      status: family.revoked || family.denied.has(jti) ? "revoked" : now >= expiresAt ? "expired" : "live",
    })),
  };
}
