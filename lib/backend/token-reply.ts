import { z } from "zod";
import { now } from "@/lib/lab/clock";
import { BackendError } from "./errors";

export type TokenPair = {
  /** Empty when a refresh brought none that can be used: the pair counts as expired, and the next request refreshes. */
  accessToken: string;
  /** Seconds since the epoch, as in a JWT (RFC 7519 §2, NumericDate). */
  accessExpiresAt: number;
  refreshToken: string;
};

/**
 * For a reply without a usable `expires_in` (RFC 6749 §5.1 only recommends it). Short, since a refresh too early costs
 * one call, and a token sent too late is refused like a revoked one.
 */
export const ASSUMED_LIFETIME_SECONDS = 60;

/** A reply may still be a token reply when one member of it cannot be used. */
export const tokenReply = z.looseObject({});

const token = z
  .string()
  .min(1)
  .max(16 * 1024);
const leftOut = z.union([z.undefined(), z.null(), z.literal("")]);
/** Seconds, also as text or with a fraction. A year is longer than any access token lives. */
const lifetime = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .pipe(
    z
      .number()
      .min(1)
      .max(366 * 24 * 60 * 60),
  )
  .transform(Math.floor);

/**
 * Reads what can be read of a token reply (RFC 6749 §5.1) and keeps what was given: a rotation has been performed when
 * its reply arrives, and the refresh token that was sent is spent. What cannot be used is said in the log.
 *
 * @param refreshToken the refresh token that was sent; it goes on where the reply brings none (RFC 6749 §6)
 * @throws BackendError `malformed` when the reply brings neither token
 */
export function readTokenReply(reply: Record<string, unknown>, refreshToken: string): TokenPair {
  const access = token.safeParse(reply.access_token).data;
  const refresh = token.safeParse(reply.refresh_token).data;
  if (access === undefined && refresh === undefined) throw new BackendError("malformed");
  const lifetimeSeconds = lifetime.safeParse(reply.expires_in).data;
  if (access === undefined) say("access_token", "the next request refreshes again");
  if (refresh === undefined && !leftOut.safeParse(reply.refresh_token).success) {
    say("refresh_token", "the refresh token that was sent goes on");
  }
  if (access !== undefined && lifetimeSeconds === undefined)
    say("expires_in", `${ASSUMED_LIFETIME_SECONDS} seconds are assumed`);
  return {
    accessToken: access ?? "",
    accessExpiresAt: now() + (access === undefined ? 0 : (lifetimeSeconds ?? ASSUMED_LIFETIME_SECONDS)),
    refreshToken: refresh ?? refreshToken,
  };
}

/** The member's name alone: its value may be a token. */
function say(member: string, consequence: string): void {
  console.warn(`[backend] The token reply's ${member} cannot be used: ${consequence}.`);
}
