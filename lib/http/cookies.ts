import { readEnvironment } from "@/lib/env";

/**
 * Cookies ignore ports (RFC 6265 §8.5), so every name carries the project's. `__Host-` binds a cookie to this
 * host and to https; plain http is for localhost only.
 */
export function cookieName(
  name: "lab" | "lab-notice" | "variants" | "session-token" | "callback-url" | "csrf-token",
): string {
  return `${servedOverHttps() ? "__Host-" : ""}silent-refresh.${name}`;
}

export function servedOverHttps(): boolean {
  return readEnvironment().isHttps;
}

/** Flags of the cookies of the app under study: RFC 10017 §6.1.3.2. */
export function cookieFlags() {
  return { httpOnly: true, sameSite: "strict", path: "/", secure: servedOverHttps() } as const;
}
