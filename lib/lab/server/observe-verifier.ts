import { randomUUID } from "node:crypto";
import type { JwkSet } from "@/lib/inspect/algorithms";
import { verifyToken } from "@/lib/inspect/verify-token";
import { currentSender } from "./context";
import { note, record } from "./record";

type Server = { issuer: string; audience: string; keys: { keys: readonly object[] }; now: number };
type Verdict<Claims> = { ok: true; claims: Claims } | { ok: false; reason: string };
type Verifier<Claims> = {
  verify(token: string, server: Server): Promise<Verdict<Claims>>;
  denyKey(token: string, claims: Claims): string | Promise<string>;
};

/** The deny-list's entry by which the lab itself knows a revoked token, whatever the code under study goes by. */
export function labEntry(claims: unknown): string {
  const jti = typeof claims === "object" && claims !== null && "jti" in claims ? claims.jti : undefined;
  return `as the lab knows it: ${String(jti)}`;
}

/** RFC 9068 §2.2. */
const required = ["iss", "exp", "aud", "sub", "client_id", "iat", "jti"];

/**
 * Runs a verifier and its deny-list, and records what came of it: verified, refused and why, or let in although it
 * should have been refused. That last verdict is the lab's own, from the inspector's verifier: the code under study does
 * not know.
 *
 * @param isDenied whether the deny-list has an entry
 * @returns the verifier's verdict; a verifier that throws has refused the token
 */
export function observeVerifier<Claims>(piece: Verifier<Claims>, isDenied: (entry: string) => boolean) {
  return async (token: string, server: Server): Promise<Verdict<Claims>> => {
    const verdict = await judge(piece, isDenied, token, server);
    if (!verdict.ok) {
      const text = `The verifier refused an access token: ${verdict.reason}.`;
      await record(note("token.refused", "refused", { code: verdict.reason, text }));
      return verdict;
    }
    const revoked = isDenied(labEntry(verdict.claims)) ? "revoked" : null;
    const fault = (await faultOf(token, server)) ?? revoked;
    const text =
      fault === null
        ? "The verifier accepted an access token."
        : `The verifier let in a token that it had to refuse: ${fault}.`;
    const name = fault === null ? "token.verified" : "token.let-in";
    await record(
      note(name, fault === null ? "ok" : "failed", { text, ...(fault !== null && { code: fault }) }),
    );
    return verdict;
  };
}

async function judge<Claims>(
  piece: Verifier<Claims>,
  isDenied: (entry: string) => boolean,
  token: string,
  server: Server,
): Promise<Verdict<Claims>> {
  try {
    const verdict = await piece.verify(token, server);
    if (!verdict.ok) return verdict;
    const entry = await piece.denyKey(token, verdict.claims);
    return isDenied(entry) ? { ok: false, reason: "revoked" } : verdict;
  } catch {
    return { ok: false, reason: "failed" };
  }
}

async function faultOf(token: string, { issuer, audience, keys, now }: Server): Promise<string | null> {
  const result = await verifyToken(token, keys as JwkSet, {
    issuer,
    audience,
    nowSeconds: now,
    toleranceSeconds: 2,
    typ: "at+jwt",
    requiredClaims: required,
  });
  return result.valid ? null : result.reason;
}

/**
 * Records a request that presents an access token.
 *
 * @returns records its answer
 */
export async function recordPresented(
  name: string,
  accessToken: string,
): Promise<(status: number) => Promise<void>> {
  const exchange = randomUUID();
  const sender = currentSender();
  const outcome = "info";
  await record({
    type: "request",
    from: sender,
    to: "next",
    name,
    outcome,
    exchange,
    carries: { accessToken },
  });
  return (status) =>
    record({
      type: "response",
      from: "next",
      to: sender,
      name: String(status),
      outcome: status >= 500 ? "failed" : status >= 400 ? "refused" : "ok",
      exchange,
    });
}
