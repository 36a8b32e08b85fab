import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { RefreshPiece } from "@/content/notes-app/pieces";
import { BackendError } from "@/lib/backend/errors";
import { refreshTokens, revokeTokens, type TokenPair } from "@/lib/backend/tokens";
import { now } from "@/lib/lab/clock";
import { appMemory } from "@/lib/store/app-memory";

/** Refresh a little early, so that a token does not expire on its way to the backend. */
const EARLY_SECONDS = 5;

/** By the id in the cookie: the pair that the id stands for, and the work that is under way for the id. */
type Kept = { pairs: LRUCache<string, TokenPair>; queues: Map<string, Promise<unknown>> };

// Next bundles pages, Route Handlers and the proxy apart: here there is one store for all of them.
const kept = appMemory(
  "your-tokens",
  (): Kept => ({ pairs: new LRUCache({ max: 10_000 }), queues: new Map() }),
);

/** A solution of the exercise: the tokens leave the cookie, so no answer can put an old one back. */
export const yours: RefreshPiece = {
  // #region jwt
  async jwt({ accessToken, accessExpiresAt, refreshToken, ...token }) {
    if (accessToken && accessExpiresAt && refreshToken) {
      const { pairs } = kept();
      // The same id for the same tokens: they come again when a page could not write the cookie.
      const tokensId = createHash("sha256").update(refreshToken).digest("base64url");
      if (!pairs.has(tokensId)) pairs.set(tokensId, { accessToken, accessExpiresAt, refreshToken });
      return { ...token, tokensId };
    }
    if (token.error || !token.tokensId) return token;
    const alive = await keepFresh(token.tokensId);
    return alive ? token : { ...token, error: "RefreshTokenError" };
  },
  // #endregion jwt

  async tokens({ tokensId }) {
    return tokensId === undefined ? undefined : kept().pairs.get(tokensId);
  },

  async signOut({ tokensId }) {
    if (tokensId === undefined) return;
    const { pairs } = kept();
    await inTurn(tokensId, async () => {
      const tokens = pairs.get(tokensId);
      pairs.delete(tokensId);
      if (tokens) await revokeTokens(tokens.refreshToken);
    });
  },
};

/** @returns false once the session is over */
function keepFresh(id: string): Promise<boolean> {
  const { pairs } = kept();
  return inTurn(id, async () => {
    const tokens = pairs.get(id);
    if (tokens === undefined) return false;
    if (now() < tokens.accessExpiresAt - EARLY_SECONDS) return true;
    try {
      pairs.set(id, await refreshTokens(tokens.refreshToken));
      return true;
    } catch (error) {
      if (!(error instanceof BackendError) || error.code !== "refused") return true;
      pairs.delete(id);
      return false;
    }
  });
}

/** Runs `work` after whatever else is under way for this id. */
function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const { queues } = kept();
  const turn = (queues.get(id) ?? Promise.resolve()).then(work, work);
  queues.set(id, turn);
  const leave = () => queues.get(id) === turn && queues.delete(id);
  turn.then(leave, leave);
  return turn;
}
