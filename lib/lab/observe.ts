import type { AuthOptions, CallbacksOptions } from "next-auth";
import { currentLab } from "./context";
import { note, record } from "./record";
import { tokensInside } from "./session-cookie";

/** Surfaces whose response has no way to carry the cookie that the `jwt` callback's result would need. */
const withoutCookie = new Set(["server-component", "route-handler", "server-action"]);

/**
 * Wraps the `jwt` callback so that the lab sees where it ran and whether its result could be kept. The callback
 * under study does not know.
 */
export function observeJwt(jwt: CallbacksOptions["jwt"]): CallbacksOptions["jwt"] {
  return async (params) => {
    const before = tokensInside(params.token);
    const token = await jwt(params);
    const after = tokensInside(token);
    const surface = currentLab()?.surface ?? "server-component";
    await record(
      note("jwt.ran", token.error ? "refused" : "ok", {
        code: surface,
        text: `The jwt callback ran in ${surfaceName[surface]}.`,
        carries: { ...after, session: true },
      }),
    );
    if (after.refreshToken !== before.refreshToken && !params.user && withoutCookie.has(surface)) {
      await record(
        note("cookie.dropped", "failed", {
          code: surface,
          text: `New tokens, and ${surfaceName[surface]} cannot write the cookie: the browser keeps the old ones.`,
          carries: before,
        }),
      );
    }
    return token;
  };
}

/** Wraps an options object's callbacks and keeps everything else. */
export function observeAuth(options: AuthOptions): AuthOptions {
  const jwt = options.callbacks?.jwt;
  return jwt === undefined
    ? options
    : { ...options, callbacks: { ...options.callbacks, jwt: observeJwt(jwt) } };
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
