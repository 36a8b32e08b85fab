import "server-only";
import { LRUCache } from "lru-cache";
import type { Tokens } from "./backend";

/**
 * Where the tokens live; the session cookie holds only an id. In memory here: a restart signs everybody out, and a
 * second process needs a shared one (Redis) with a lock that works between processes.
 */
class TokenStore {
  private readonly tokens = new LRUCache<string, Tokens>({ max: 10_000 });
  private readonly turns = new Map<string, Promise<unknown>>();

  get(id: string): Tokens | undefined {
    return this.tokens.get(id);
  }

  set(id: string, tokens: Tokens): void {
    this.tokens.set(id, tokens);
  }

  delete(id: string): void {
    this.tokens.delete(id);
  }

  /** Runs `work` while nobody else holds this id's lock. */
  locked<T>(id: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.turns.get(id) ?? Promise.resolve()).then(work, work);
    this.turns.set(id, turn);
    const leave = () => this.turns.get(id) === turn && this.turns.delete(id);
    turn.then(leave, leave);
    return turn;
  }
}

// Next bundles pages, Route Handlers and actions apart: a variable of this module would exist once in each.
const key = Symbol.for("right-app.token-store");
const shared = globalThis as { [key]?: TokenStore };
shared[key] ??= new TokenStore();

export const tokenStore: TokenStore = shared[key];
