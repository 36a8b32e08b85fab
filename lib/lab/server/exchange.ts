import { randomUUID } from "node:crypto";
import { currentSender } from "./context";
import type { AppEvent } from "./control";
import type { TokensBehind } from "./observe";
import { note, record } from "./record";
import { joinSessionCookie, openSessionCookie, tokensInside } from "./session-cookie";

/** Request header that ties a response's arrow to the request's. proxy.ts sets it on every request it lets on. */
export const EXCHANGE_HEADER = "x-lab-exchange";

/** Request header that says: the session cookie is not what the browser sent, since the proxy has refreshed it. */
export const REFRESHED_HEADER = "x-lab-refreshed";

type NamedValue = { name: string; value: string };

/** The tokens in a session cookie, and the session that the cookie names where the app keeps the tokens itself. */
async function broughtBy(cookies: readonly NamedValue[], behind: TokensBehind) {
  const inside = await openSessionCookie(joinSessionCookie(cookies));
  if (inside === null) return null;
  const { accessToken, refreshToken } = tokensInside(inside);
  return { accessToken, refreshToken, session: (await behind(inside)).refreshToken ?? true };
}

/** What the sender holds from now on. A terminal holds a copy of the browser's tokens, which the timeline does not follow. */
function heldBySender(brought: Brought | null): Pick<AppEvent, "holds"> {
  const holder = currentSender();
  if (holder === "terminal") return {};
  const { accessToken = null, refreshToken = null, session = false } = brought ?? {};
  return { holds: { holder, accessToken, refreshToken, session } };
}

type Brought = {
  accessToken?: string | undefined;
  refreshToken?: string | undefined;
  session: boolean | string;
};

/** Request headers that decide what the app does, beside its cookies. */
const SHOWN_HEADERS = ["content-type", "next-action", "origin"];

/** What of a request the timeline keeps. Its body is the app's business, and its cookies are shown as tokens. */
type Arrived = { method: string; url: { pathname: string; search: string }; headers: Headers };

/** Records a request as it reaches the Next server, with the tokens that its cookie carries. */
export async function recordRequest(
  { method, url, headers }: Arrived,
  cookies: readonly NamedValue[],
  behind: TokensBehind,
): Promise<string> {
  const exchange = randomUUID();
  const brought = await broughtBy(cookies, behind);
  const shown = SHOWN_HEADERS.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  await record({
    type: "request",
    from: currentSender(),
    to: "next",
    name: `${method} ${url.pathname}`,
    outcome: "info",
    exchange,
    detail: { request: { method, path: url.pathname + url.search, headers: Object.fromEntries(shown) } },
    carries: brought ?? {},
    ...heldBySender(brought),
  });
  return exchange;
}

/** Records what the Next server answers. */
export async function recordResponse(exchange: string | null, status: number, text: string): Promise<void> {
  await record({
    type: "response",
    from: "next",
    to: currentSender(),
    name: String(status),
    outcome: status >= 500 ? "failed" : status >= 400 ? "refused" : "ok",
    text,
    ...(exchange !== null && { exchange }),
  });
}

/**
 * Compares the request's session cookie with the response's, and records a change of tokens.
 *
 * @param received the request's cookies
 * @param setCookies the response's `Set-Cookie` header lines
 */
export async function recordCookieChange(
  received: readonly NamedValue[],
  setCookies: readonly string[],
  behind: TokensBehind,
): Promise<void> {
  const sent = setCookies.flatMap(nameAndValue);
  const named = sent.some(({ name }) => name.includes("session-token"));
  if (!named) return;
  const after = await broughtBy(sent, behind);
  if (after === null) {
    const text = "The session cookie was cleared.";
    await record(note("cookie.cleared", "ok", { text, ...heldBySender(null) }));
    return;
  }
  const before = await broughtBy(received, behind);
  if (before !== null && isSame(before, after)) return;
  const text = `Set-Cookie: the ${currentSender()} now holds what this answer brought.`;
  await record(note("cookie.written", "ok", { text, carries: after, ...heldBySender(after) }));
}

function isSame(one: Brought, other: Brought): boolean {
  return (
    one.accessToken === other.accessToken &&
    one.refreshToken === other.refreshToken &&
    one.session === other.session
  );
}

function nameAndValue(line: string): NamedValue[] {
  const match = /^([^=;]+)=([^;]*)/.exec(line);
  return match?.[1] === undefined
    ? []
    : [{ name: match[1].trim(), value: decodeURIComponent(match[2] ?? "") }];
}
