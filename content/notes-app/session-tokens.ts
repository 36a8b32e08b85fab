import type { JWT } from "next-auth/jwt";
import type { RefreshPiece } from "./pieces";

/** A session's token with the backend's tokens in it, wherever the refresh strategy keeps them. */
export async function withTokens(refresh: RefreshPiece, token: JWT): Promise<JWT> {
  return { ...token, ...(await refresh.tokens?.(token)) };
}
