import type { NextRequest } from "next/server";
import { readEnvironment } from "@/lib/env";
import { jsonError } from "@/lib/http/json-error";
import { countAgainst } from "@/lib/limits/count";
import { TooManyRequests, tooManyRequests } from "@/lib/limits/too-many-requests";
import { inTurn, NoTurn } from "@/lib/limits/turns";

/** What a browser asks NextAuth while somebody signs in. */
const PARTS = /^\/api\/auth\/(providers|csrf|callback\/credentials)$/;

/** Whether a request is part of a sign-in: many at once take turns, so that pages are answered in between. */
export function isSignIn({ nextUrl }: Pick<NextRequest, "nextUrl">): boolean {
  return PARTS.test(nextUrl.pathname);
}

/**
 * Works on a part of a sign-in in its turn; the sign-in itself is counted against its address. A refusal names the
 * sign-in page with its error, as NextAuth's answers do: NextAuth's client reads `url`, and the page then says how long to
 * wait.
 */
export async function limitedSignIn(
  { method, headers }: Pick<Request, "method" | "headers">,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    if (method === "POST") await countAgainst("sign-ins", headers);
    return await inTurn("handler", work);
  } catch (error) {
    if (error instanceof TooManyRequests) {
      return withPage(tooManyRequests(error), `LockedOut:${error.retryAfterSeconds}`);
    }
    if (error instanceof NoTurn) return noTurn(error);
    throw error;
  }
}

/** The page tries again by itself. */
export function noTurn({ retryAfterSeconds }: NoTurn): Promise<Response> {
  const refusal = jsonError(
    503,
    "busy",
    `Many sign in right now. Try again in ${retryAfterSeconds} s.`,
    retryAfterSeconds,
  );
  return withPage(refusal, `Busy:${retryAfterSeconds}`);
}

async function withPage(refusal: Response, error: string): Promise<Response> {
  const url = new URL("/signin", readEnvironment().siteUrl);
  url.searchParams.set("error", error);
  const body: unknown = await refusal.json();
  return Response.json({ ...Object(body), url: url.href }, refusal);
}
