import type { JWT } from "next-auth/jwt";
import { chosenPieces } from "@/content/variants";
import type { VariantChoice } from "@/lib/lab/server/cookies";
import type { RefreshPiece } from "./pieces";

/** A session's token with the backend's tokens in it, wherever the variant keeps them. */
export async function withTokens(refresh: RefreshPiece, token: JWT): Promise<JWT> {
  return { ...token, ...(await refresh.tokens?.(token)) };
}

/** The same for whatever variant a lab has chosen. */
export function tokensBehind(choice: VariantChoice): (token: JWT) => Promise<JWT> {
  const { refresh } = chosenPieces(choice);
  return (token) => withTokens(refresh, token);
}
