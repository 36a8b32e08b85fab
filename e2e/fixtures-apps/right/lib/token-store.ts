import "server-only";
import { LRUCache } from "lru-cache";
import { shared } from "./shared";
import type { Tokens } from "./token-reply";

const MAX_SIGN_INS = 10_000;

/**
 * Where the tokens live; the session cookie holds only an id. In memory here: a restart signs everybody out, and a
 * second process needs a shared one (Redis) with a lock that works between processes.
 */
class TokenStore {
  private readonly turns = new Map<string, Promise<unknown>>();
  private readonly tokens = new LRUCache<string, Tokens>({
    max: MAX_SIGN_INS,
    dispose: (_tokens, _id, reason) => {
      if (reason === "evict") console.warn("The token store is full: the sign-in longest unused has ended.");
    },
  });

  get(id: string): Tokens | undefined {
    return this.tokens.get(id);
  }

  set(id: string, tokens: Tokens): void {
    this.tokens.set(id, tokens);
  }

  delete(id: string): void {
    this.tokens.delete(id);
  }

  /** Runs `work` while nobody else holds this id's lock, which is held until `work` has settled. */
  locked<T>(id: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(id) ?? Promise.resolve()).then(work, work);
    this.turns.set(id, turn);
    const leave = () => this.turns.get(id) === turn && this.turns.delete(id);
    turn.then(leave, leave);
    return turn;
  }
}

export const tokenStore = shared("token-store", () => new TokenStore());
