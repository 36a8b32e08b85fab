import type { Context } from "hono";
import type { BackendEnv, Client } from "../http/env.ts";
import { ApiError } from "../http/errors.ts";

/**
 * A Next server is a confidential client and authenticates itself (RFC 6749 §2.3.1, ASVS 10.4.10). Enforced while the
 * lab's setting `clientAuth` is on.
 *
 * @throws ApiError 401 `invalid_client`
 */
export async function requireClient(context: Context<BackendEnv>): Promise<void> {
  const { clientAuth } = await context.get("lab").settings();
  if (!clientAuth) return;
  const { client } = context.get("services");
  const presented = parseBasic(context.req.header("authorization"));
  if (presented && equal(presented.id, client.id) && equal(presented.secret, client.secret)) return;
  throw refusedClient();
}

/** RFC 6749 §5.2: about the client, and so about no user and no token. */
export function refusedClient(): ApiError {
  const description = "This client must authenticate itself with Authorization: Basic.";
  const headers = { "WWW-Authenticate": 'Basic realm="silent-refresh"' };
  return new ApiError(401, "invalid_client", description, { headers });
}

/** RFC 7617 §2.1: a client that does not encode (a `curl -u`) sends UTF-8, too. @throws on anything else */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function parseBasic(header: string | undefined): Client | undefined {
  const encoded = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  try {
    const pair = utf8.decode(Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0)));
    const colon = pair.indexOf(":");
    if (colon < 0) return undefined;
    return { id: formDecode(pair.slice(0, colon)), secret: formDecode(pair.slice(colon + 1)) };
  } catch {
    return undefined;
  }
}

/** RFC 6749 §2.3.1: both parts are form-urlencoded inside the Basic pair. @throws URIError on a broken escape */
function formDecode(value: string): string {
  return decodeURIComponent(value.replaceAll("+", " "));
}

/** Looks at every character, so that the time taken says nothing about where two secrets differ. */
function equal(presented: string, expected: string): boolean {
  let difference = presented.length ^ expected.length;
  for (let index = 0; index < presented.length; index += 1) {
    difference |= presented.charCodeAt(index) ^ expected.charCodeAt(index % expected.length);
  }
  return difference === 0;
}
