import type { NextRequest, NextResponse } from "next/server";
import { encode } from "next-auth/jwt";
import { sessionCookie } from "@/content/notes-app/auth-options";
import { chosenPieces } from "@/content/variants";
import type { VariantChoice } from "@/lib/lab/server/cookies";
import { joinSessionCookie, openSessionCookie } from "@/lib/lab/server/session-cookie";

/**
 * Lets a session go on when the lab leaves a variant that keeps the tokens elsewhere for one that reads them from the
 * cookie: the answer to the switch puts them there. The other way, that variant takes them out of the cookie itself.
 *
 * @param before the choice until now
 * @param after the choice from now on
 */
export async function carryOver(
  request: NextRequest,
  response: NextResponse,
  before: VariantChoice,
  after: VariantChoice,
): Promise<void> {
  if (!leavesStore(before, after)) return;
  const claims = await openSessionCookie(joinSessionCookie(request.cookies.getAll()));
  const tokens = claims === null ? undefined : await chosenPieces(before).refresh.tokens?.(claims);
  if (tokens === undefined) return;
  const { tokensId: _left, ...session } = { ...claims };
  const token = { ...session, ...tokens };
  const { name, options, maxAgeSeconds: maxAge, secret } = sessionCookie(chosenPieces(after));
  // Two tokens and a name: a lab's session fits into one cookie.
  response.cookies.set(name, await encode({ token, secret, maxAge }), { ...options, maxAge });
}

/** Whether the app kept the tokens itself until now, and reads them from the cookie from now on. */
export function leavesStore(before: VariantChoice, after: VariantChoice): boolean {
  return (
    chosenPieces(before).refresh.tokens !== undefined && chosenPieces(after).refresh.tokens === undefined
  );
}
