import { type NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import { cookieFlags, cookieName } from "@/lib/http/cookies";
import { crossSite } from "@/lib/http/cross-site";
import { jsonError } from "@/lib/http/json-error";
import { readJson } from "@/lib/http/read-json";
import { isSameOrigin } from "@/lib/http/same-origin";
import { parseLabId, parseVariantChoice } from "@/lib/lab/server/cookies";
import { recordCookieChange } from "@/lib/lab/server/exchange";
import { workInLab } from "@/lib/lab/server/in-lab";
import {
  joinSessionCookie,
  openSessionCookie,
  protectedHeaderOf,
  tokensInside,
} from "@/lib/lab/server/session-cookie";
import { tokensBehind } from "./lab-app";

/** As next-auth cuts them; the lab's own sessions fit into one. */
const ONE_COOKIE = 3933;

/**
 * `GET /api/lab/tokens`: opens the browser's own session cookie, and the tokens behind it, for its owner to look at.
 * This is a window of the lab, not part of the app under study: a real app must never have it (docs/decisions/0008).
 */
export async function labTokens(request: NextRequest): Promise<Response> {
  const raw = joinSessionCookie(request.cookies.getAll());
  const claims = await openSessionCookie(raw);
  const { lab, choice } = labOf(request);
  const tokens = claims === null ? null : await workInLab(lab, () => tokensBehind(choice)(claims));
  const { accessToken = null, refreshToken = null } = tokensInside(tokens);
  const session = claims === null ? null : { raw, header: protectedHeaderOf(raw), claims };
  return Response.json({ session, accessToken, refreshToken }, { headers: { "Cache-Control": "no-store" } });
}

/** A strategy that keeps the tokens on the server keeps each lab's apart. Nothing here asks for the time. */
function labOf({ cookies }: NextRequest) {
  const id = parseLabId(cookies.get(cookieName("lab"))?.value) ?? "";
  const lab = { id, offsetSeconds: 0, surface: "route-handler" } as const;
  return { lab, choice: parseVariantChoice(cookies.get(cookieName("variants"))?.value) };
}

const copy = z.object({ session: z.string().min(1).max(ONE_COOKIE) });

/**
 * `PUT /api/lab/tokens {session}`: puts a copy of a session cookie into the browser, as a thief does with a stolen cookie. The
 * learner could do the same in the browser's own tools; only a cookie that this server made is taken.
 */
export async function putSessionBack(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request)) return crossSite();
  const parsed = copy.safeParse(await readJson(request).catch(() => null));
  if (!parsed.success || (await openSessionCookie(parsed.data.session)) === null) {
    return jsonError(400, "invalid_session", "Send a session cookie that this server made.");
  }
  const response = NextResponse.json({}, { headers: { "Cache-Control": "no-store" } });
  response.cookies.set(cookieName("session-token"), parsed.data.session, cookieFlags());
  const { lab, choice } = labOf(request);
  await workInLab(lab, () => recordCookieChange([], response.headers.getSetCookie(), tokensBehind(choice)));
  return response;
}
