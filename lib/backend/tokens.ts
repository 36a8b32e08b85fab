import { now } from "@/lib/lab/clock";
import { BackendError } from "./errors";
import { asApp, nothingReply, requestBackend } from "./request";
import { readTokenReply, type TokenPair, tokenReply } from "./token-reply";

export type { TokenPair } from "./token-reply";

/**
 * Exchanges a refresh token for the next pair. With rotation the old one is spent from here on.
 *
 * @throws BackendError `refused` when the backend answers `invalid_grant` (RFC 6749 §5.2): the token is unknown, expired,
 *   revoked or spent. Every other code says nothing about the token.
 */
export async function refreshTokens(refreshToken: string): Promise<TokenPair> {
  const request = asApp({ refresh_token: refreshToken }, "invalid_grant");
  return readTokenReply(await requestBackend("/v1/auth/refresh", request, tokenReply), refreshToken);
}

/**
 * Ends the token family at the backend (RFC 7009). An unknown token is no error there.
 *
 * @throws BackendError unless the backend says that the token is revoked
 */
export async function revokeTokens(refreshToken: string): Promise<void> {
  await requestBackend(
    "/v1/auth/logout",
    asApp({ refresh_token: refreshToken }, "invalid_token"),
    nothingReply,
  );
}

/**
 * The access token to send. A token that is known to be expired is not sent: the backend would answer 401, which would
 * read like a no about the user, although only a refresh is missing.
 *
 * @throws BackendError `unavailable` when the access token has expired
 */
export function usableAccessToken(held: {
  accessToken: string;
  accessExpiresAt?: number | undefined;
}): string {
  const { accessToken, accessExpiresAt } = held;
  if (accessToken === "" || (accessExpiresAt !== undefined && now() >= accessExpiresAt)) {
    throw new BackendError("unavailable");
  }
  return accessToken;
}
