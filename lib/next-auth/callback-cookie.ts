import type { NextRequest } from "next/server";
import { cookieName } from "@/lib/http/cookies";
import { isCallbackUrl } from "./auth-refusal";

/**
 * Takes NextAuth's callback cookie out of a request where it is no address: NextAuth would read no session at all, and
 * the page would answer 500 until the cookie goes. NextAuth sets it anew with its next answer.
 *
 * @param headers the request headers to pass on; changed in place
 */
export function dropUnusableCallback(request: NextRequest, headers: Headers): void {
  const name = cookieName("callback-url");
  const value = request.cookies.get(name)?.value;
  if (value === undefined || isCallbackUrl(value)) return;
  request.cookies.delete(name);
  headers.set("cookie", request.cookies.toString());
}
