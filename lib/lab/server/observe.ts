import type { AuthOptions, CallbacksOptions } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { now } from "@/lib/lab/clock";
import { type BackendCall, currentLab, currentSender, runInLab, type Surface } from "./context";
import type { AppEvent } from "./control";
import { observeRevocation } from "./observe-sign-out";
import { note, record } from "./record";
import { type TokensInside, tokensInside } from "./session-cookie";

/** The backend's tokens behind a session, wherever the variant under study keeps them. */
export type TokensBehind = (token: JWT) => Promise<TokensInside>;

const REFRESH_PATH = "/v1/auth/refresh";

/** Surfaces whose response has no way to carry the cookie that the `jwt` callback's result would need. */
const withoutCookie = new Set<Surface>(["server-component", "route-handler", "server-action"]);

/**
 * Wraps a NextAuth configuration so that the lab sees where its `jwt` callback ran, what became of the tokens, whether
 * that could be kept, and whether the backend confirmed a sign-out. The configuration under study does not know.
 */
export function observeAuth(options: AuthOptions, behind: TokensBehind): AuthOptions {
  const { callbacks, events } = options;
  const jwt = callbacks?.jwt;
  const signOut = events?.signOut;
  return {
    ...options,
    ...(jwt && { callbacks: { ...callbacks, jwt: observeJwt(jwt, behind) } }),
    ...(signOut && {
      events: {
        ...events,
        signOut: (message) => observeRevocation(async () => void (await signOut(message))),
      },
    }),
  };
}

function observeJwt(jwt: CallbacksOptions["jwt"], behind: TokensBehind): CallbacksOptions["jwt"] {
  return async (params) => {
    const surface = currentLab()?.surface ?? "server-component";
    const inCookie = tokensInside(params.token);
    const wasOver = params.token.error !== undefined;
    const before = await behind(params.token);
    // Asked now: a callback may write into the very token that it was given.
    const wasElsewhere = isElsewhere(inCookie, before);
    const { result: token, calls } = await watchCalls(async () => jwt(params)).catch(
      async (error: unknown) => {
        if (isSessionEnd(error)) await recordSessionEnd(surface, inCookie, await behind(params.token));
        throw error;
      },
    );
    const after = await behind(token);
    // A store that has just forgotten a session kept it until now.
    const keptElsewhere = wasElsewhere || isElsewhere(tokensInside(token), after);
    await record(
      note("jwt.ran", token.error ? "refused" : "ok", {
        code: surface,
        text: `The jwt callback ran in ${surfaceName[surface]}${endingOf(token, wasOver)}.`,
        carries: { ...pair(after), session: after.refreshToken ?? true },
        ...(isBrowsers(before, after) && {
          holds: { holder: "next" as const, ...held(keptElsewhere ? after : {}) },
        }),
      }),
    );
    if (params.user) return token;
    const over = { before: wasOver, after: token.error };
    await record(...refreshNotes({ surface, before, after, calls, over }));
    const lost = !keptElsewhere && after.accessToken !== inCookie.accessToken;
    if (lost && withoutCookie.has(surface)) {
      await record(
        note("cookie.dropped", "failed", {
          code: surface,
          text: `New tokens, and ${surfaceName[surface]} cannot write the cookie: the browser keeps the old ones.`,
          carries: pair(inCookie),
        }),
      );
    }
    return token;
  };
}

/** The app throws an error of this name in its `jwt` callback for a session that has been ended. */
function isSessionEnd(error: unknown): boolean {
  return error instanceof Error && error.name === "SessionEnded";
}

/** The app refreshes before it asks whether the session has ended, so its store may hold new tokens of an ended session. */
async function recordSessionEnd(
  surface: Surface,
  inCookie: TokensInside,
  behind: TokensInside,
): Promise<void> {
  const text = "This session has been ended: NextAuth answers nobody.";
  const kept = isElsewhere(inCookie, behind) ? behind : {};
  const holds = currentSender() === "browser" ? { holds: { holder: "next" as const, ...held(kept) } } : {};
  await record(note("session.ended", "refused", { code: surface, text, ...holds }));
}

function isElsewhere(inCookie: TokensInside, behind: TokensInside): boolean {
  return behind.accessToken !== inCookie.accessToken;
}

/**
 * Whether a run says anything of what the Next server keeps for the learner's browser. Another sender's session may be
 * one of their own: only where it refreshed was it, most likely, a copy of the browser's.
 */
function isBrowsers(before: TokensInside, after: TokensInside): boolean {
  if (currentSender() === "browser") return true;
  return before.accessToken !== undefined && before.accessToken !== after.accessToken;
}

/** What a refused run is about; a session that was over before is over for the same reason. */
function endingOf(token: JWT, wasOver: boolean): string {
  if (token.error === undefined) return "";
  if (token.error === "AccessTokenExpired") return ": the access token has expired, and the session with it";
  return wasOver ? ": the session is over, since a refresh was refused" : ": the refresh was refused";
}

/**
 * Watches work that may change a session's tokens, and records what no arrow shows.
 *
 * @param behind the session's tokens at the moment of the call, and whether the session is over
 */
export async function observeRefresh<T>(
  surface: Surface,
  behind: () => Promise<{ tokens: TokensInside; over: unknown }>,
  work: () => Promise<T>,
): Promise<T> {
  const before = await behind();
  const { result, calls } = await watchCalls(work);
  const after = await behind();
  const over = { before: before.over !== undefined, after: after.over };
  await record(...refreshNotes({ surface, before: before.tokens, after: after.tokens, calls, over }));
  return result;
}

type Observed = {
  surface: Surface;
  before: TokensInside;
  after: TokensInside;
  calls: BackendCall[];
  /** Whether the session was over before, and why it is over now. */
  over: { before: boolean; after: unknown };
};

function refreshNotes({ surface, before, after, calls, over }: Observed): AppEvent[] {
  if (before.accessToken === undefined || over.before) return [];
  const asked = calls.findLast(({ path }) => path === REFRESH_PATH);
  const changed = after.accessToken !== undefined && after.accessToken !== before.accessToken;
  if (changed) {
    const text = "Another request's refresh served this one as well: no call of its own.";
    return asked !== undefined
      ? []
      : [note("refresh.shared", "ok", { code: surface, text, carries: pair(after) })];
  }
  if (over.after === "RefreshTokenError") {
    const text = "The backend refused to refresh: the session is over.";
    return [note("refresh.failed", "refused", { code: "refused", text, carries: pair(before) })];
  }
  if (asked) {
    const { code, why } = failureOf(asked.status);
    const text = `${why}: the session is kept, and the next request tries again.`;
    return [note("refresh.failed", "failed", { code, text, carries: pair(before) })];
  }
  if (before.accessExpiresAt === undefined || now() < before.accessExpiresAt) return [];
  const who = surface === "proxy" ? "the proxy" : `the jwt callback in ${surfaceName[surface]}`;
  const text = `The access token has expired, and ${who} did not refresh it.`;
  return [note("refresh.skipped", "info", { code: surface, text, carries: pair(before) })];
}

/** What the status of a failed refresh says, once the session was kept: no code said anything about the token. */
function failureOf(status: number): { code: string; why: string } {
  if (status === 429) return { code: "locked-out", why: "The backend limits how often this app may ask" };
  return status >= 400 && status < 500
    ? { code: "misconfigured", why: "The backend refused the app's request, not the refresh token" }
    : { code: "unavailable", why: "The backend did not answer properly" };
}

/** Runs `work` and lists what it asked the backend itself, not those that it waited for. */
async function watchCalls<T>(work: () => Promise<T>): Promise<{ result: T; calls: BackendCall[] }> {
  const lab = currentLab();
  const calls: BackendCall[] = [];
  return { result: lab === null ? await work() : await runInLab({ ...lab, calls }, work), calls };
}

function pair({ accessToken, refreshToken }: TokensInside) {
  return { accessToken, refreshToken };
}

function held({ accessToken, refreshToken }: TokensInside) {
  return { accessToken: accessToken ?? null, refreshToken: refreshToken ?? null };
}

const surfaceName = {
  proxy: "the proxy",
  "sign-in": "sign-in",
  "sign-out": "sign-out",
  "session-endpoint": "the session endpoint",
  "server-component": "a Server Component",
  "route-handler": "a Route Handler",
  "server-action": "a Server Action",
} as const;
