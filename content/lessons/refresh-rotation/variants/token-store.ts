import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { JWT } from "next-auth/jwt";
import type { RefreshPiece } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { refreshTokens, revokeTokens, type TokenPair } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";
import { appMemory } from "@/lib/store/app-memory";

/** Refresh a little early, so that a token does not expire on its way to the backend. */
const EARLY_SECONDS = 5;

// #region store
/** Where the tokens live. In memory here; a shared one (Redis) is what a second process needs. */
export interface TokenStore {
  get(id: string): Promise<TokenPair | undefined>;
  set(id: string, tokens: TokenPair): Promise<void>;
  delete(id: string): Promise<void>;
  /** Runs `work` while nobody else holds this id's lock. */
  locked<T>(id: string, work: () => Promise<T>): Promise<T>;
}

/** @param max sessions kept; the one that was not used for the longest goes first, and its user signs in again */
export function memoryTokenStore(max: number): TokenStore {
  const pairs = new LRUCache<string, TokenPair>({ max });
  const queues = new Map<string, Promise<unknown>>();
  return {
    get: async (id) => pairs.get(id),
    set: async (id, tokens) => void pairs.set(id, tokens),
    delete: async (id) => void pairs.delete(id),
    locked(id, work) {
      const turn = (queues.get(id) ?? Promise.resolve()).then(work, work);
      queues.set(id, turn);
      const leave = () => queues.get(id) === turn && queues.delete(id);
      turn.then(leave, leave);
      return turn;
    },
  };
}

/** One for the app: Next bundles pages, Route Handlers and the proxy apart, and a variable would exist once in each. */
const appStore = appMemory("token-store", () => memoryTokenStore(10_000));
// #endregion store

export const tokenStore: RefreshPiece = {
  // #region jwt
  async jwt(token) {
    const session = await handOver(token);
    if (session.tokensId === undefined || session.error) return session;
    const alive = await keepFresh(session.tokensId);
    return alive ? session : { ...session, error: "RefreshTokenError" };
  },
  // #endregion jwt

  // #region tokens
  async tokens(token) {
    return token.tokensId === undefined ? undefined : appStore().get(token.tokensId);
  },

  async signOut({ tokensId }) {
    if (tokensId === undefined) return;
    const store = appStore();
    // Under the lock: a refresh that is under way would put the session back.
    await store.locked(tokensId, async () => {
      const tokens = await store.get(tokensId);
      await store.delete(tokensId);
      if (tokens) await revokeTokens(tokens.refreshToken);
    });
  },
  // #endregion tokens
};

// #region hand-over
/**
 * Moves the tokens of a sign-in from NextAuth's token into the store. The id is made of the refresh token: as
 * unguessable as that is, and the same if a surface that cannot write the cookie comes with the tokens again.
 */
async function handOver(token: JWT): Promise<JWT> {
  const { accessToken, accessExpiresAt, refreshToken, ...session } = token;
  if (!accessToken || !accessExpiresAt || !refreshToken) return token;
  const tokensId = createHash("sha256").update(refreshToken).digest("base64url");
  const store = appStore();
  await store.locked(tokensId, async () => {
    if ((await store.get(tokensId)) === undefined) {
      await store.set(tokensId, { accessToken, accessExpiresAt, refreshToken });
    }
  });
  return { ...session, tokensId };
}
// #endregion hand-over

// #region refresh
/** @returns false once the session is over: the store has forgotten it, or the backend refused to refresh */
function keepFresh(id: string): Promise<boolean> {
  const store = appStore();
  return store.locked(id, async () => {
    const tokens = await store.get(id);
    if (tokens === undefined) return false;
    if (now() < tokens.accessExpiresAt - EARLY_SECONDS) return true;
    try {
      await store.set(id, await refreshTokens(tokens.refreshToken));
      return true;
    } catch (error) {
      // Only the backend's "no" ends a session: an outage is not `invalid_grant`.
      if (!(error instanceof BackendError) || error.code !== "refused") return true;
      await store.delete(id);
      return false;
    }
  });
}
// #endregion refresh
