import { backendConfig } from "@/lib/backend/config";
import type { Transport } from "@/lib/backend/transport";
import { cookieName } from "@/lib/http/cookies";
import { currentLab, labHeaders } from "./context";
import { ATTACKER_HOST, recordTaken } from "./loot";
import { recorded } from "./record";
import { joinSessionCookie } from "./session-cookie";

/** Names the error for a host that a lab does not have, as `fetch` throws a TypeError for a name that DNS does not have. */
export const NO_SUCH_HOST = "NoSuchHost";

class NoSuchHost extends TypeError {
  override readonly name = NO_SUCH_HOST;
}

/**
 * The network of a lab. It has two hosts: the backend, which is told whose lab calls, and the attacker's, which keeps what
 * it is sent. A call to the backend leaves after the events that came before it, so that the timeline has both in order.
 *
 * @throws NoSuchHost for any other host
 */
export const labTransport: Transport = async (url, init) => {
  if (url.origin === new URL(backendConfig().url).origin) return callBackend(url, init);
  if (url.hostname !== ATTACKER_HOST) throw new NoSuchHost(`A lab has no host ${url.hostname}.`);
  const { headers } = init;
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
};

async function callBackend(url: URL, init: RequestInit & { headers: Headers }): Promise<Response> {
  const headers = new Headers(init.headers);
  for (const [name, value] of Object.entries(labHeaders())) headers.set(name, value);
  const path = url.href.slice(backendConfig().url.length);
  const call = { method: init.method ?? "GET", path, status: 0 };
  currentLab()?.calls?.push(call);
  await recorded();
  const response = await fetch(url, { ...init, headers });
  call.status = response.status;
  return response;
}

function parseCookies(header: string): { name: string; value: string }[] {
  const ours = cookieName("session-token");
  return header.split("; ").flatMap((pair) => {
    const at = pair.indexOf("=");
    return at > 0 && pair.startsWith(ours) ? [{ name: pair.slice(0, at), value: pair.slice(at + 1) }] : [];
  });
}
