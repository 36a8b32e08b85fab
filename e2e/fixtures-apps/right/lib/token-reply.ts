import "server-only";
import { z } from "zod";
import { BackendError } from "./backend-error";
import type { Answer } from "./send";

/** What an app keeps of a token reply. */
export type Tokens = {
  /** null when the reply held none that can be used: it counts as expired. */
  access: { token: string /** Seconds since the epoch. */; expiresAt: number } | null;
  /** null when the backend gives none: the sign-in ends with its access token. */
  refreshToken: string | null;
};

/** Short, so that the app refreshes too early rather than sends a dead token. */
export const ASSUMED_LIFETIME_SECONDS = 60;
/** More is no lifetime: an instant, or milliseconds. */
const MAX_LIFETIME_SECONDS = 366 * 86_400;
const MAX_TOKEN_LENGTH = 8_192;

/** It has to fit into a header. */
const accessToken = z
  .string()
  .regex(/^[\x21-\x7e]+$/)
  .max(MAX_TOKEN_LENGTH);
const refreshToken = z.string().min(1).max(MAX_TOKEN_LENGTH);
const lifetime = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .transform(Math.floor)
  .pipe(z.number().min(1).max(MAX_LIFETIME_SECONDS));

/**
 * Reads what can be read of a token reply (RFC 6749 §5.1). With rotation the token that was sent is spent by now, so a
 * reply that is thrown away for one odd field ends the sign-in. What could not be used is said in one line of the log.
 *
 * @param sent the refresh token that goes on while the reply holds none (§6); null at login
 * @throws BackendError `unavailable` when the reply holds no token at all
 */
export function readTokenReply({ line, json }: Answer, sent: string | null): Tokens {
  const reply = z.record(z.string(), z.unknown()).safeParse(json).data ?? {};
  const access = accessToken.safeParse(reply.access_token).data;
  const refresh = refreshToken.safeParse(reply.refresh_token).data;
  const seconds = lifetime.safeParse(reply.expires_in).data;
  if (access === undefined && refresh === undefined) {
    throw new BackendError("unavailable", `${line} without a token`);
  }
  const unused = [
    ...(access === undefined ? ["access_token (counts as expired)"] : []),
    ...(seconds === undefined ? [`expires_in (${ASSUMED_LIFETIME_SECONDS} s are assumed)`] : []),
    ...(refresh === undefined && isGiven(reply.refresh_token) ? ["refresh_token (the old one is kept)"] : []),
  ];
  if (unused.length > 0) console.warn(`${line}, without a usable ${unused.join(", ")}.`);
  const expiresAt = Math.floor(Date.now() / 1000) + (seconds ?? ASSUMED_LIFETIME_SECONDS);
  return {
    access: access === undefined ? null : { token: access, expiresAt },
    refreshToken: refresh ?? sent,
  };
}

/** RFC 6749 §5.1 lets it be left out; some backends write that as null or "". */
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}
