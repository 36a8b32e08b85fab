import { randomUUID } from "node:crypto";
import { note, record } from "./record";
import { joinSessionCookie, openSessionCookie, tokensInside } from "./session-cookie";

/** Request header that ties a response's arrow to the request's. proxy.ts sets it on every request it lets on. */
export const EXCHANGE_HEADER = "x-lab-exchange";

type NamedValue = { name: string; value: string };

/** Records a browser's request as it reaches the Next server, with the tokens that its cookie carries. */
export async function recordRequest(
  method: string,
  path: string,
  cookies: readonly NamedValue[],
): Promise<string> {
  const exchange = randomUUID();
  const inside = await openSessionCookie(joinSessionCookie(cookies));
  const carries = inside === null ? {} : { ...tokensInside(inside), session: true };
  await record({
    type: "request",
    from: "browser",
    to: "next",
    name: `${method} ${path}`,
    outcome: "info",
    exchange,
    carries,
    holds:
      inside === null
        ? { holder: "browser", accessToken: null, refreshToken: null, session: false }
        : { holder: "browser", ...carries },
  });
  return exchange;
}

/** Records what the Next server answers. */
export async function recordResponse(exchange: string | null, status: number, text: string): Promise<void> {
  await record({
    type: "response",
    from: "next",
    to: "browser",
    name: String(status),
    outcome: status >= 500 ? "failed" : status >= 400 ? "refused" : "ok",
    text,
    ...(exchange !== null && { exchange }),
  });
}

/**
 * Compares the session cookie that came with the one that goes back, and records a change of tokens.
 *
 * @param received the request's cookies
 * @param setCookies the response's `Set-Cookie` header lines
 */
export async function recordCookieChange(
  received: readonly NamedValue[],
  setCookies: readonly string[],
): Promise<void> {
  const sent = setCookies.flatMap(nameAndValue);
  const session = joinSessionCookie(sent);
  const named = sent.some(({ name }) => name.includes("session-token"));
  if (!named) return;
  if (session === "") {
    await record(
      note("cookie.cleared", "ok", {
        text: "The session cookie was cleared.",
        holds: { holder: "browser", accessToken: null, refreshToken: null, session: false },
      }),
    );
    return;
  }
  const before = tokensInside(await openSessionCookie(joinSessionCookie(received)));
  const after = tokensInside(await openSessionCookie(session));
  if (before.accessToken === after.accessToken && before.refreshToken === after.refreshToken) return;
  const held = { ...after, session: true };
  await record(
    note("cookie.written", "ok", {
      text: "Set-Cookie: the browser now holds the new tokens.",
      carries: held,
      holds: { holder: "browser", ...held },
    }),
  );
}

function nameAndValue(line: string): NamedValue[] {
  const match = /^([^=;]+)=([^;]*)/.exec(line);
  return match?.[1] === undefined
    ? []
    : [{ name: match[1].trim(), value: decodeURIComponent(match[2] ?? "") }];
}
