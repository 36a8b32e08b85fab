import { readEnvironment } from "@/lib/env";

/** The embedded backend's address until `instrumentation.ts` has set BACKEND_URL to where it listens. */
const EMBEDDED_URL = "http://127.0.0.1:4000";

/**
 * Where the backend is and how this app authenticates to it, read at each call: the embedded backend's
 * address is known only once it listens.
 *
 * @throws EnvironmentError
 */
export function backendConfig() {
  const { url, clientId, clientSecret } = readEnvironment().backend;
  return {
    url: url?.href.replace(/\/$/, "") ?? EMBEDDED_URL,
    clientAuthorization: basicAuthorization(clientId, clientSecret),
  };
}

/**
 * A confidential client authenticates with HTTP Basic. Both parts are form-urlencoded first (RFC 6749 §2.3.1 and
 * Appendix B): a secret may hold a colon, a percent sign, or a letter outside of ASCII.
 */
export function basicAuthorization(clientId: string, clientSecret: string): string {
  const pair = `${formEncoded(clientId)}:${formEncoded(clientSecret)}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

function formEncoded(text: string): string {
  return new URLSearchParams([["", text]]).toString().slice("=".length);
}
