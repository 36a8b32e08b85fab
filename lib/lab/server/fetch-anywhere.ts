import { backendConfig } from "@/lib/backend/config";
import { backendFetch } from "@/lib/backend/fetch";
import { cookieName } from "./cookies";
import { ATTACKER_HOST, recordTaken } from "./loot";
import { joinSessionCookie } from "./session-cookie";

/** Of one connection only (RFC 9110 §7.6.1), or about the body as it was framed there. */
const hopByHop = ["connection", "content-length", "host", "keep-alive", "transfer-encoding", "expect"];

/** As `fetch` says it of a name that nobody knows, in words of the lab's. */
export class NoSuchHost extends TypeError {
  override readonly name = "NoSuchHost";
}

/**
 * `fetch` to wherever an address leads, for code under study that lets its caller choose. In a lab the network has two
 * hosts: the backend, and the attacker's, which keeps what it is sent. Outside this site it is `fetch(url, init)`.
 *
 * @throws NoSuchHost for any other
 */
export async function fetchAnywhere(url: URL, init: RequestInit & { headers: Headers }): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const name of hopByHop) headers.delete(name);
  if (url.origin === new URL(backendConfig().url).origin) {
    return backendFetch(url.pathname + url.search, { ...init, headers });
  }
  if (url.hostname !== ATTACKER_HOST) throw new NoSuchHost(`A lab has no host ${url.hostname}.`);
  const sessionCookie = joinSessionCookie(parseCookies(headers.get("Cookie") ?? ""));
  await recordTaken({
    from: "next",
    method: init.method ?? "GET",
    path: url.pathname,
    accessToken: /^Bearer (.+)$/.exec(headers.get("Authorization") ?? "")?.[1],
    sessionCookie: sessionCookie === "" ? undefined : sessionCookie,
    detail: { headers: Object.fromEntries(headers) },
  });
  return new Response(null, { status: 204 });
}

function parseCookies(header: string): { name: string; value: string }[] {
  const ours = cookieName("session-token");
  return header.split("; ").flatMap((pair) => {
    const at = pair.indexOf("=");
    return at > 0 && pair.startsWith(ours) ? [{ name: pair.slice(0, at), value: pair.slice(at + 1) }] : [];
  });
}
