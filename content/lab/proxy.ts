import { type NextRequest, NextResponse } from "next/server";
import { type NotesApp, runApp } from "@/content/notes-app/current-app";
import { notesProxy } from "@/content/notes-app/proxy";
import { cookieName } from "@/lib/http/cookies";
import { crossSite } from "@/lib/http/cross-site";
import { senderOf } from "@/lib/lab/actor";
import { LabError } from "@/lib/lab/server/control";
import { parseVariantChoice } from "@/lib/lab/server/cookies";
import {
  EXCHANGE_HEADER,
  REFRESHED_HEADER,
  recordCookieChange,
  recordRequest,
} from "@/lib/lab/server/exchange";
import { OPENED_HEADER, rememberOpened, workInLab } from "@/lib/lab/server/in-lab";
import { enterLab, isSafe, keepLab, labLeave, type OpenedLab, openLab } from "@/lib/lab/server/lab-session";
import { observeRefresh, type TokensBehind } from "@/lib/lab/server/observe";
import { joinSessionCookie, openSessionCookie } from "@/lib/lab/server/session-cookie";
import { labUnavailable } from "@/lib/lab/server/without-lab";
import { isSignIn, noTurn } from "@/lib/limits/sign-in-limit";
import { TooManyRequests, tooManyRequests } from "@/lib/limits/too-many-requests";
import { inTurn, NoTurn } from "@/lib/limits/turns";
import { dropUnusableCallback } from "@/lib/next-auth/callback-url";
import { labApp, tokensBehind } from "./lab-app";

/** NextAuth's own chatter before a sign-in: true, and nothing that a learner needs to see. */
const quiet = /^\/api\/auth\/(csrf|providers|_log|error)/;

/**
 * What happens before anything of the app under study renders: the request finds its lab and is recorded, and the
 * app's own proxy runs. A safe request without a lab goes on as an unknown visitor's. An unsafe request without a lab comes
 * from another site, since this site's own unsafe requests get a lab, and is refused.
 *
 * @param headers the request headers to pass on; changed in place
 */
export async function labProxy(request: NextRequest, headers: Headers): Promise<Response> {
  for (const name of [EXCHANGE_HEADER, REFRESHED_HEADER, OPENED_HEADER]) headers.delete(name);
  dropUnusableCallback(request, headers);
  try {
    const lab = await openLab(request, labLeave(request));
    if (lab === null) return isSafe(request) ? NextResponse.next({ request: { headers } }) : crossSite();
    enterLab(request, lab);
    headers.set(OPENED_HEADER, rememberOpened(lab));
    const run = () => runProxy(lab, request, headers);
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

/** Records the request, runs the app's proxy, and records what the proxy made of the session cookie. */
async function runProxy(lab: OpenedLab, request: NextRequest, headers: Headers): Promise<NextResponse> {
  const { id, offsetSeconds } = lab;
  const choice = parseVariantChoice(request.cookies.get(cookieName("variants"))?.value);
  const sender = senderOf(request.headers);
  return workInLab({ id, offsetSeconds, surface: "proxy", sender, choice }, async () => {
    const behind = tokensBehind(choice);
    const received = request.cookies.getAll();
    if (!isForwardedAction(request) && !quiet.test(request.nextUrl.pathname)) {
      const { method, nextUrl: url, headers: sent } = request;
      headers.set(EXCHANGE_HEADER, await recordRequest({ method, url, headers: sent }, received, behind));
    }
    const app = watchedRefresh(labApp(choice), headers, behind);
    const response = await runApp(app, () => notesProxy(request, headers));
    await recordCookieChange(received, response.headers.getSetCookie(), behind);
    return response;
  });
}

/** The app with the refresh of its proxy watched. What follows in the same request is told of a new session cookie. */
function watchedRefresh(app: NotesApp, headers: Headers, behind: TokensBehind): NotesApp {
  const { refresh } = app.pieces;
  if (refresh.proxy === undefined) return app;
  const refreshInProxy = refresh.proxy.bind(refresh);
  const proxy: typeof refresh.proxy = async (request, cookie) => {
    const session = async () => {
      const token = (await openSessionCookie(joinSessionCookie(request.cookies.getAll()))) ?? {};
      return { tokens: await behind(token), over: token.error };
    };
    const before = joinSessionCookie(request.cookies.getAll());
    const writeCookie = await observeRefresh("proxy", session, () => refreshInProxy(request, cookie));
    if (joinSessionCookie(request.cookies.getAll()) !== before) headers.set(REFRESHED_HEADER, "1");
    return writeCookie;
  };
  return { ...app, pieces: { ...app.pieces, refresh: { ...refresh, proxy } } };
}

/** Next sends an action that was posted to another page on to one that has it, through this proxy once more. */
function isForwardedAction(request: NextRequest): boolean {
  return request.headers.has("x-action-forwarded");
}
