import { z } from "zod";
import { now } from "@/lib/lab/clock";
import { requestBackend } from "./request";

const tokenReply = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().int().positive(),
  /** Left out while rotation is off: the token that was sent goes on (RFC 6749 §6). */
  refresh_token: z.string().min(1).optional(),
});

export type TokenPair = {
  accessToken: string;
  /** Seconds since the epoch, as in a JWT (RFC 7519 §2, NumericDate). */
  accessExpiresAt: number;
  refreshToken: string;
};

/**
 * Exchanges a refresh token for the next pair. With rotation the old one is spent from here on.
 *
 * @throws BackendError `refused` when the token is unknown, expired, revoked or reused; `unavailable` or
 *   `malformed` when nothing is known about it
 */
export async function refreshTokens(refreshToken: string): Promise<TokenPair> {
  const reply = await requestBackend(
    "/v1/auth/refresh",
    {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ refresh_token: refreshToken }),
    },
    tokenReply,
  );
  return {
    accessToken: reply.access_token,
    accessExpiresAt: now() + reply.expires_in,
    refreshToken: reply.refresh_token ?? refreshToken,
  };
}

/**
 * Ends the token family at the backend (RFC 7009). An unknown token is no error there.
 *
 * @throws BackendError `unavailable`
 */
export async function revokeTokens(refreshToken: string): Promise<void> {
  await requestBackend(
    "/v1/auth/logout",
    {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ refresh_token: refreshToken }),
    },
    z.unknown(),
  );
}
