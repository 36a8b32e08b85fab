import type { Caller, TokenMark } from "../domain/event.ts";
import type { Holding } from "../store/store.ts";

/** One recorded call of the API under study, from its request to its response. */
export interface Exchange {
  /** The same on the request and the response event. */
  readonly id: string;
  readonly caller: Caller;
  /** Tokens that the answer hands out. */
  issued: TokenMark[];
  /** The tokens that the caller holds once the answer has arrived. */
  received: Partial<Holding> | undefined;
  /** The true reason of a refusal. */
  code: string | undefined;
  answer: { status: number; text: string; headers: Readonly<Record<string, string>> } | undefined;
}
