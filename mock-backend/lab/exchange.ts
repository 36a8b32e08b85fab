import type { Caller, TokenMark } from "../domain/event.ts";
import type { Holding } from "../store/holders.ts";

/** A token from a request's body, with its SHA-256. */
export interface PresentedToken {
  readonly text: string;
  readonly hash: string;
}

/** One recorded call of the API under study, from its request to its response. */
export interface Exchange {
  /** The same on the request and the response event. */
  readonly id: string;
  readonly caller: Caller;
  readonly presented: PresentedToken | undefined;
  /** Tokens that the answer hands out. */
  issued: TokenMark[];
  /** What the caller holds once the answer has arrived. */
  received: Partial<Holding> | undefined;
  /** The true reason of a refusal. */
  code: string | undefined;
  answer: { status: number; text: string; headers: Readonly<Record<string, string>> } | undefined;
}

/** The SHA-256 of a token from this call's body: taken from the recording where that has hashed it already. */
export function hashPresented(
  exchange: Exchange | undefined,
  token: string,
  sha256: (text: string) => string,
): string {
  return exchange?.presented?.text === token ? exchange.presented.hash : sha256(token);
}
