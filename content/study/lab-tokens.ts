import type { NextRequest } from "next/server";
import { cookieName, parseVariantChoice } from "@/lib/lab/cookies";
import { protectedHeaderOf } from "@/lib/lab/jose-header";
import { joinSessionCookie, openSessionCookie, tokensInside } from "@/lib/lab/session-cookie";
import { tokensBehind } from "./session-tokens";

/**
 * `GET /api/lab/tokens`: opens the browser's own session cookie, and the tokens behind it, for its owner to look at.
 * This is a window of the lab, not part of the app under study: a real app must never have it (docs/decisions/0008).
 */
export async function labTokens(request: NextRequest): Promise<Response> {
  const raw = joinSessionCookie(request.cookies.getAll());
  const claims = await openSessionCookie(raw);
  const choice = parseVariantChoice(request.cookies.get(cookieName("variants"))?.value);
  const tokens = claims === null ? null : await tokensBehind(choice)(claims);
  const { accessToken = null, refreshToken = null } = tokensInside(tokens);
  const session = claims === null ? null : { raw, header: protectedHeaderOf(raw), claims };
  return Response.json({ session, accessToken, refreshToken }, { headers: { "Cache-Control": "no-store" } });
}
