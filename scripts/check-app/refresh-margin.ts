import { setTimeout as wait } from "node:timers/promises";
import { isRefresh, lastIssuedAt, type MockBackend } from "./mock-backend";
import { LEEWAY_SECONDS, type RefreshMargin } from "./pace";
import type { Visitor } from "./visitor";

/** Lifetimes, in seconds, that leave the usual habits (0, 5, 30, 60, 120, 300, 900 s early) five seconds. */
const LADDER_SECONDS = [5, 10, 35, 65, 125, 305, 905, 3_605];
/** Longer than the first lifetime and the backend's leeway: a refused token has been seen by then. */
const WATCH_SECONDS = 9;
const POLL_MS = 400;

/**
 * Finds out how long before its end the app refreshes an access token: signs in with ever longer lifetimes, until one
 * is not refreshed at once, and watches when that one is.
 *
 * @param signedIn makes somebody who has just signed in, with tokens of this lifetime in seconds
 */
export async function measureRefreshMargin(
  backend: MockBackend,
  signedIn: (accessTtl: number) => Promise<Visitor>,
): Promise<RefreshMargin> {
  let atOnce = 0;
  let lifetime = 5;
  for (;;) {
    const visitor = await signedIn(lifetime);
    const watched = await watch(backend, visitor);
    await visitor.context.close();
    if (watched === "never" && atOnce === 0) return { kind: "never" };
    if (watched === "at once") {
      atOnce = lifetime;
      const longer = LADDER_SECONDS.find((seconds) => seconds > lifetime);
      if (longer === undefined) return { kind: "always" };
      lifetime = longer;
    } else if (watched === "never") {
      // Between two steps of the ladder.
      lifetime = Math.ceil((atOnce + lifetime) / 2);
    } else if (watched >= lifetime + LEEWAY_SECONDS) {
      return { kind: "refused" };
    } else {
      return { kind: "early", seconds: Math.max(lifetime - watched, 0) };
    }
  }
}

/** @returns the age in seconds at which the token was refreshed, where a younger one was seen to be left alone */
async function watch(backend: MockBackend, visitor: Visitor): Promise<number | "at once" | "never"> {
  const issuedAt = lastIssuedAt(await backend.events()) ?? (await backend.now());
  for (let reads = 0; ; reads += 1) {
    await visitor.readEverything();
    const refresh = (await backend.events()).find(isRefresh);
    if (refresh) return reads === 0 ? "at once" : (refresh.at - issuedAt) / 1000;
    if ((await backend.now()) - issuedAt > WATCH_SECONDS * 1000) return "never";
    await wait(POLL_MS);
  }
}

/** For the person at the keyboard. */
export function refreshMarginInWords(refreshMargin: RefreshMargin): string {
  switch (refreshMargin.kind) {
    case "early": {
      const seconds = Math.round(refreshMargin.seconds);
      return seconds === 0
        ? "It refreshes an access token when that has expired."
        : `It refreshes an access token about ${seconds} s before its end.`;
    }
    case "refused":
      return "It refreshes an access token when the backend refuses it.";
    case "never":
      return "It was not seen to refresh an access token: does it take the lifetime from expires_in or exp?";
    case "always":
      return "It refreshes an access token at every read, even with an hour left: are seconds taken for milliseconds?";
  }
}
