import { setTimeout } from "node:timers/promises";
import type { NextRequest } from "next/server";
import { z } from "zod";
import { runApp } from "@/content/notes-app/current-app";
import { type AuthContext, handleAuth } from "@/content/notes-app/routes/auth";
import { currentSender, type Surface } from "@/lib/lab/server/context";
import { LabError } from "@/lib/lab/server/control";
import {
  EXCHANGE_HEADER,
  REFRESHED_HEADER,
  recordCookieChange,
  recordResponse,
} from "@/lib/lab/server/exchange";
import { inLab } from "@/lib/lab/server/in-lab";
import { isSafe } from "@/lib/lab/server/lab-session";
import { note, record } from "@/lib/lab/server/record";
import { answerWithoutLab } from "@/lib/lab/server/without-lab";
import { isSignIn, limitedSignIn } from "@/lib/limits/sign-in-limit";
import { readAuthRequest } from "@/lib/next-auth/auth-request";
import { refusalIn } from "@/lib/sign-in/sign-in-failure";

import { labApp, tokensBehind } from "./lab-app";

/** Request header of the lab: how long the finished answer is on its way, in milliseconds. */
const HOLD_HEADER = "x-lab-hold";
const LONGEST_HOLD_MS = 5_000;

const surfaces = new Map<string, Surface>([
  ["session", "session-endpoint"],
  ["callback", "sign-in"],
  ["signout", "sign-out"],
]);

/** The app's NextAuth handler, inside the lab. */
export async function labAuthHandler(request: NextRequest, context: AuthContext): Promise<Response> {
  const path = (await context.params).nextauth;
  const readable = await readAuthRequest(request, path);
  if (readable instanceof Response) return readable;
  try {
    const answer = () => answerInLab(readable, path, context);
    return await (isSignIn(readable) ? limitedSignIn(readable, answer) : answer());
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    if (error.code !== "unknown" || !isSafe(request)) return answerWithoutLab(error);
    return path[0] === "session" ? nobody() : runApp(labApp({}), () => handleAuth(readable, context));
  }
}

/** NextAuth's answer when nobody is signed in. NextAuth is not asked, since a session's tokens exist in their lab only. */
const nobody = () => Response.json({}, { headers: { "Cache-Control": "no-store" } });

/** NextAuth's answer, recorded. */
async function answerInLab(
  request: NextRequest,
  [action = ""]: readonly string[],
  context: AuthContext,
): Promise<Response> {
  const surface = surfaces.get(action);
  return inLab(surface ?? "route-handler", async (choice) => {
    const response = await runApp(labApp(choice), () => handleAuth(request, context));
    if (surface === undefined) return response;
    if (request.method === "POST" && action === "callback") await recordSignIn(response);
    if (action === "session" && isOpened(request)) await recordOpened(response);
    // First: a cookie changes hands when the answer lands, not when it was made.
    const isLate = await holdBack(request.headers.get(HOLD_HEADER));
    const setCookies = response.headers.getSetCookie();
    // The proxy may have refreshed the request's cookie, and while an answer was on its way the browser may have been
    // given another: it then holds something else than it sent.
    const received = isLate || request.headers.has(REFRESHED_HEADER) ? [] : request.cookies.getAll();
    await recordCookieChange(received, setCookies, tokensBehind(choice));
    if (request.method === "POST" && action === "signout") await record(note("signed-out", "ok", signedOut));
    await recordResponse(request.headers.get(EXCHANGE_HEADER), response.status, `${action} answered`);
    return response;
  });
}

const signedOut = {
  text: "The browser signed out: the cookie is gone.",
  holds: { holder: "next", accessToken: null, refreshToken: null },
} as const;

/** Whether a tab asks for it, as for a page: NextAuth's client asks by script, every thirty seconds. */
function isOpened({ method, headers }: NextRequest): boolean {
  return method === "GET" && headers.get("sec-fetch-mode") === "navigate";
}

/** Records that a visitor opened the session endpoint in a tab, if somebody is signed in. */
async function recordOpened(response: Response): Promise<void> {
  const session = await answerAs(z.object({ user: z.unknown() }), response);
  if (session?.user === undefined) return;
  const text = "The session was opened in a tab: any script on this site’s pages is told the same.";
  await record(note("session.opened", "info", { text }));
}

/** What an answer of NextAuth's says. It stays whole for the browser. @returns undefined for one of another shape */
async function answerAs<T>(schema: z.ZodType<T>, response: Response): Promise<T | undefined> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return schema.safeParse(body).data;
}

/** A slow network, for the scenario in which an old answer lands late. @returns whether the answer was held back */
async function holdBack(header: string | null): Promise<boolean> {
  const ms = Math.min(Number(header), LONGEST_HOLD_MS);
  if (!(ms > 0)) return false;
  await setTimeout(ms);
  return true;
}

/** A sign-in succeeded when the answer sends the browser on without an error in the address. */
async function recordSignIn(response: Response): Promise<void> {
  const reply = await answerAs(z.object({ url: z.url() }), response);
  const target = reply?.url ?? response.headers.get("Location") ?? "";
  const error = refusalIn(target);
  if (response.status >= 400 || error !== null) {
    await record(
      note("sign-in.refused", "refused", { code: error ?? "refused", text: "Sign-in was refused." }),
    );
    return;
  }
  const who = {
    attacker: "The attacker signed in",
    terminal: "Signed in from a terminal",
    browser: "Signed in",
  };
  const text = `${who[currentSender()]}: NextAuth made a session.`;
  await record(note("signed-in", "ok", { text }));
}
