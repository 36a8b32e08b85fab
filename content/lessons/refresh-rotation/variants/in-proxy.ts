import { LRUCache } from "lru-cache";
import type { NextRequest, NextResponse } from "next/server";
import { encode, getToken, type JWT } from "next-auth/jwt";
import type { RefreshPiece, SessionCookie } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { refreshTokens, type TokenPair } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";
import { appMemory } from "@/lib/store/app-memory";

/** Refresh a little early, so that a token does not expire between here and the backend. */
const EARLY_SECONDS = 5;

export const inProxy: RefreshPiece = {
  // #region jwt
  async jwt(token) {
    // Names the sign-in, so that its requests can share a refresh. A session is never refreshed here.
    return token.family === undefined ? { ...token, family: crypto.randomUUID() } : token;
  },
  // #endregion jwt

  // #region proxy
  async proxy(request, session) {
    if (isPrefetch(request) || isNextAuthsOwn(request)) return unchanged;
    const { name: cookieName, secret } = session;
    const token = await getToken({ req: request, cookieName, secret });
    if (token === null) return unchanged;
    const next = await refreshed(token);
    return next === token ? unchanged : replaceSession(request, session, next);
  },
  // #endregion proxy
};

const unchanged = () => {};

// #region skip
/** A prefetch may never be looked at. Next hides its own header from the proxy: leave that to the matcher. */
function isPrefetch({ headers }: NextRequest): boolean {
  return (headers.get("sec-purpose") ?? headers.get("purpose") ?? "").includes("prefetch");
}

/** Sign-in and sign-out write the cookie themselves, and the last writer would win. */
function isNextAuthsOwn(request: NextRequest): boolean {
  return request.nextUrl.pathname.startsWith("/api/auth/") && !isSessionEndpoint(request);
}

/**
 * Here NextAuth reads the session from the request's cookie, and its answer writes that session. Not so for `update()`,
 * a POST: without a good CSRF token the answer is a 400 that writes nothing, and what was refreshed would be lost.
 */
function isSessionEndpoint({ method, nextUrl }: NextRequest): boolean {
  return nextUrl.pathname === "/api/auth/session" && method === "GET";
}
// #endregion skip

// #region refresh
/** @returns the token itself when there is nothing to change */
async function refreshed(token: JWT): Promise<JWT> {
  const { accessToken, accessExpiresAt, refreshToken, error, family = refreshToken } = token;
  if (error || accessToken === undefined || !accessExpiresAt || !refreshToken || !family) return token;
  const tokens = { accessToken, accessExpiresAt, refreshToken };
  if (isFresh(tokens)) return token;
  try {
    return { ...token, ...(await refreshOnce(family, tokens)) };
  } catch (failure) {
    // Only the backend's "no" ends a session: an outage is not `invalid_grant`.
    if (failure instanceof BackendError && failure.code === "refused") {
      return { ...token, error: "RefreshTokenError" };
    }
    return token;
  }
}

function isFresh({ accessExpiresAt }: TokenPair): boolean {
  return now() < accessExpiresAt - EARLY_SECONDS;
}
// #endregion refresh

// #region single-flight
/** After its answer: for a request that was already on its way with the old cookie when the new one was written. */
const KEPT_SECONDS = 10;

type Latest = { tokens: Promise<TokenPair>; keptUntil: number };
/** By sign-in. */
const appLatest = appMemory("latest", () => new LRUCache<string, Latest>({ max: 10_000 }));

/** One call to the backend at a time for each sign-in: whoever comes with an older cookie gets the latest pair. */
async function refreshOnce(family: string, carried: TokenPair): Promise<TokenPair> {
  const latest = appLatest();
  const known = latest.get(family);
  const current = known && now() < known.keptUntil ? await known.tokens : carried;
  if (isFresh(current)) return current;
  // While this one waited, another may have started.
  const other = latest.get(family);
  if (other && other !== known) return other.tokens;
  const flight = { tokens: refreshTokens(current.refreshToken), keptUntil: Number.POSITIVE_INFINITY };
  latest.set(family, flight);
  flight.tokens.then(
    () => {
      flight.keptUntil = now() + KEPT_SECONDS;
    },
    () => latest.delete(family),
  );
  return flight.tokens;
}
// #endregion single-flight

// #region cookie
/** As next-auth 4: a cookie may hold 4096 bytes, and 163 of them are for its name and flags. */
const CHUNK_LENGTH = 3933;

/**
 * Puts a token into the session cookie on both sides: what renders now reads the request, the browser keeps the
 * response. The session endpoint's response is NextAuth's to write: an answer should not set one cookie twice (RFC 6265
 * §4.1.1), and nginx keeps 4 KB for an answer's header, which two session cookies fill.
 */
async function replaceSession(request: NextRequest, session: SessionCookie, token: JWT) {
  const { name, options, maxAgeSeconds: maxAge, secret } = session;
  const chunks = chunked(name, await encode({ token, secret, maxAge }));
  const stale = request.cookies
    .getAll()
    .map((cookie) => cookie.name)
    .filter((other) => isChunkOf(name, other) && !chunks.has(other));

  for (const [chunk, value] of chunks) request.cookies.set(chunk, value);
  if (isSessionEndpoint(request)) {
    // NextAuth deletes the chunks that came with the request, so a stale one stays, and is empty.
    for (const other of stale) request.cookies.set(other, "");
    return unchanged;
  }
  for (const other of stale) request.cookies.delete(other);
  // Instants, not ages. Where a page redirects or an action runs, Next sets the proxy's cookies once more, and drops the
  // copy if both lines read the same: made of an age, they differ from one second to the next.
  const expires = new Date(Date.now() + maxAge * 1000);
  return (response: NextResponse) => {
    for (const other of stale) response.cookies.set(other, "", { ...options, expires: new Date(0) });
    for (const [chunk, value] of chunks) response.cookies.set(chunk, value, { ...options, expires });
  };
}

/** `name` for what fits one cookie, `name.0`, `name.1` and so on for what does not. */
function chunked(name: string, value: string): Map<string, string> {
  if (value.length <= CHUNK_LENGTH) return new Map([[name, value]]);
  const parts = value.match(new RegExp(`.{1,${CHUNK_LENGTH}}`, "g")) ?? [];
  return new Map(parts.map((part, index) => [`${name}.${index}`, part]));
}

function isChunkOf(name: string, other: string): boolean {
  return other === name || (other.startsWith(`${name}.`) && /^\d+$/.test(other.slice(name.length + 1)));
}
// #endregion cookie
