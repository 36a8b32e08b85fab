import { type NextRequest, NextResponse } from "next/server";
import { senderOf } from "@/lib/lab/actor";
import { type LabContext, runInLab } from "@/lib/lab/context";
import { LabError } from "@/lib/lab/control";
import { cookieName, labCookieFlags, parseVariantChoice, type VariantChoice } from "@/lib/lab/cookies";
import { EXCHANGE_HEADER, REFRESHED_HEADER, recordCookieChange, recordRequest } from "@/lib/lab/exchange";
import { observeRefresh } from "@/lib/lab/observe";
import { joinSessionCookie, openSessionCookie } from "@/lib/lab/session-cookie";
import { sessionCookie } from "./auth-options";
import { dropUnusableCallback } from "./callback-cookie";
import { openLab } from "./lab-session";
import { pageGuards } from "./page-guards";
import { chosenPieces } from "./registry";
import { tokensBehind } from "./session-tokens";

/** Request header by which a page learns that the lab is a new one, and says so. */
export const LAB_NOTICE_HEADER = "x-lab-notice";

/** NextAuth's own chatter before a sign-in: true, and nothing that a learner needs to see. */
const quiet = /^\/api\/auth\/(csrf|providers|_log|error)/;

/**
 * What happens before anything of the app under study renders: the request gets its lab and is recorded, and the
 * chosen variant may refresh the session.
 *
 * @param headers the request headers to pass on; changed in place
 */
export async function studyProxy(request: NextRequest, headers: Headers): Promise<NextResponse> {
  headers.delete(LAB_NOTICE_HEADER);
  headers.delete(EXCHANGE_HEADER);
  headers.delete(REFRESHED_HEADER);
  dropUnusableCallback(request, headers);
  const name = cookieName("lab");
  try {
    const lab = await openLab(request.cookies.get(name)?.value);
    if (lab.origin !== "kept") request.cookies.set(name, lab.id);
    if (lab.origin === "renewed") headers.set(LAB_NOTICE_HEADER, "renewed");
    const sender = senderOf(request.headers);
    const context = { id: lab.id, offsetSeconds: lab.offsetSeconds, surface: "proxy", sender } as const;
    const response = await runVariant(context, request, headers);
    if (lab.origin !== "kept") {
      response.cookies.set(name, lab.id, labCookieFlags());
    }
    return response;
  } catch (error) {
    // The page itself says that the backend cannot be reached, and what to do.
    if (error instanceof LabError) return NextResponse.next({ request: { headers } });
    throw error;
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
