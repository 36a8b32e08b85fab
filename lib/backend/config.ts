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
    /** RFC 6749 §2.3.1: a confidential client authenticates with HTTP Basic. */
    clientAuthorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
  };
}
