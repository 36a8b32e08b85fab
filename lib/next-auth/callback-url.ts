import type { NextRequest } from "next/server";
import { cookieName } from "@/lib/http/cookies";

/** Longer than any address of this site. NextAuth keeps the address in a cookie and writes it into headers. */
export const LONGEST_CALLBACK_URL = 1_024;

/**
 * Where to go after sign-in. Only a path on this site: an address in a query string is anybody's to write
 * (OWASP Unvalidated Redirects).
 */
export function callbackPath(value: string | undefined): string {
  if (value === undefined || value.length > LONGEST_CALLBACK_URL || !value.startsWith("/")) return "/notes";
  const base = "http://site.invalid";
  if (!URL.canParse(value, base)) return "/notes";
  const url = new URL(value, base);
  return url.origin === base ? url.pathname + url.search : "/notes";
}

/**
 * Whether NextAuth can go by a callback URL: it throws on one that is no http URL, and on one that no header can hold
 * (RFC 3986 §2: a URI is ASCII without spaces). Where it leads to is for NextAuth's `redirect` callback to say.
 */
export function isCallbackUrl(value: string): boolean {
  if (value.length > LONGEST_CALLBACK_URL || !/^[\x21-\x7e]*$/.test(value)) return false;
  if (value === "") return true;
  const base = value.startsWith("/") ? "http://site.invalid" : undefined;
  return URL.canParse(value, base) && /^https?:$/.test(new URL(value, base).protocol);
}

/**
 * Takes NextAuth's callback cookie out of a request when the cookie's value is no address. With such a cookie NextAuth
 * reads no session, and pages answer 500. NextAuth sets a new cookie with its next answer.
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
