import { type NextRequest, NextResponse } from "next/server";
import { sessionCookie } from "@/content/notes-app/auth-options";
import { tokensBehind } from "@/content/notes-app/session-tokens";
import { chosenPieces } from "@/content/variants";
import { crossSite } from "@/lib/http/cross-site";
import { senderOf } from "@/lib/lab/actor";
import { type LabContext, runInLab } from "@/lib/lab/server/context";
import { LabError } from "@/lib/lab/server/control";
import { cookieName, parseVariantChoice, type VariantChoice } from "@/lib/lab/server/cookies";
import {
  EXCHANGE_HEADER,
  REFRESHED_HEADER,
  recordCookieChange,
  recordRequest,
} from "@/lib/lab/server/exchange";
import { enterLab, isSafe, keepLab, labLeave, openLab } from "@/lib/lab/server/lab-session";
import { observeRefresh } from "@/lib/lab/server/observe";
import { joinSessionCookie, openSessionCookie } from "@/lib/lab/server/session-cookie";
import { labUnavailable } from "@/lib/lab/server/without-lab";
import { isSignIn, noTurn } from "@/lib/limits/sign-in-limit";
import { TooManyRequests, tooManyRequests } from "@/lib/limits/too-many-requests";
import { inTurn, NoTurn } from "@/lib/limits/turns";
import { dropUnusableCallback } from "@/lib/next-auth/callback-cookie";
import { pageGuards } from "./page-guards";

/** NextAuth's own chatter before a sign-in: true, and nothing that a learner needs to see. */
const quiet = /^\/api\/auth\/(csrf|providers|_log|error)/;

/**
 * What happens before anything of the app under study renders: the request finds its lab and is recorded, and the
 * chosen variant may refresh the session. A request without a lab goes on as a visitor's whom nobody knows, unless
 * it wants to change something: then it is another site's, for this site's own gets a lab.
 *
 * @param headers the request headers to pass on; changed in place
 */
export async function studyProxy(request: NextRequest, headers: Headers): Promise<Response> {
  headers.delete(EXCHANGE_HEADER);
  headers.delete(REFRESHED_HEADER);
  dropUnusableCallback(request, headers);
  try {
    const lab = await openLab(request, labLeave(request));
    if (lab === null) return isSafe(request) ? NextResponse.next({ request: { headers } }) : crossSite();
    enterLab(request, lab);
    const sender = senderOf(request.headers);
    const context = { id: lab.id, offsetSeconds: lab.offsetSeconds, surface: "proxy", sender } as const;
    const run = () => runVariant(context, request, headers);
    const response = await (isSignIn(request) ? inTurn("proxy", run) : run());
    keepLab(response, lab);
    return response;
  } catch (error) {
    if (error instanceof TooManyRequests) return tooManyRequests(error, request);
    if (error instanceof NoTurn) return noTurn(error);
    if (!(error instanceof LabError)) throw error;
    // A page says itself that the backend cannot be reached, and what to do.
    const isPage = !request.nextUrl.pathname.startsWith("/api/");
    return isPage ? NextResponse.next({ request: { headers } }) : labUnavailable(error);
  }
}

/** Records the request, lets the chosen variant refresh, and passes on what it made of the request's cookies. */
async function runVariant(lab: LabContext, request: NextRequest, headers: Headers): Promise<NextResponse> {
  return runInLab(lab, async () => {
    const choice = parseVariantChoice(request.cookies.get(cookieName("variants"))?.value);
    const received = request.cookies.getAll();
    const path = request.nextUrl.pathname;
    if (!isForwardedAction(request) && !quiet.test(path)) {
      const { method, nextUrl: url, headers: sent } = request;
      const exchange = await recordRequest({ method, url, headers: sent }, received, tokensBehind(choice));
      headers.set(EXCHANGE_HEADER, exchange);
    }
    const writeCookie = await refreshSession(request, choice);
    headers.set("cookie", request.cookies.toString());
    if (joinSessionCookie(received) !== joinSessionCookie(request.cookies.getAll()))
      headers.set(REFRESHED_HEADER, "1");
    const response = (await pageGuards(request)) ?? NextResponse.next({ request: { headers } });
    writeCookie(response);
    await recordCookieChange(received, response.headers.getSetCookie(), tokensBehind(choice));
    return response;
  });
}

async function refreshSession(request: NextRequest, choice: VariantChoice) {
  const { refresh } = chosenPieces(choice);
  if (refresh.proxy === undefined) return () => {};
  const session = async () => {
    const token = (await openSessionCookie(joinSessionCookie(request.cookies.getAll()))) ?? {};
    return { tokens: await tokensBehind(choice)(token), over: token.error };
  };
  const work = refresh.proxy.bind(refresh);
  return observeRefresh("proxy", session, () => work(request, sessionCookie(choice)));
}

/** Next sends an action that was posted to another page on to one that has it, through this proxy once more. */
function isForwardedAction(request: NextRequest): boolean {
  return request.headers.has("x-action-forwarded");
}
