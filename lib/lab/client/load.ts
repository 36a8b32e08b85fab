import {
  eventPageSchema,
  type LabTokens,
  labAnswerSchema,
  labStateSchema,
  labTokensSchema,
} from "../schemas.ts";
import { appendPage, emptyLog } from "./event-log.ts";
import { rememberLab } from "./lab-flag.ts";
import { asProblem, LabProblem } from "./problem.ts";
import { type Fetch, send } from "./request.ts";
import type { LabSnapshot, Store } from "./snapshot.ts";

/** A smaller change of the clock's offset is network jitter and no move of the lab's clock. */
const jitterMs = 500;

/** The requests to the lab. Each puts its answer into the store or returns it, and throws a LabProblem on failure. */
export function createLoaders(store: Store<LabSnapshot>, fetch: Fetch, now: () => number) {
  return {
    /** Creates or resumes the lab. A different lab starts with an empty log. */
    async ensureLab(): Promise<void> {
      const answer = await send(fetch, { method: "POST", path: "/api/lab" }, labAnswerSchema);
      const before = store.get();
      const same = answer.id === before.labId;
      // The site makes a lab for a browser without a cookie, and cannot know that the browser had one before.
      const another = before.state !== null && before.state.id !== answer.id;
      const notice = answer.notice ?? (another ? "another" : before.notice);
      const replaced = before.replaced || another || answer.renewed;
      store.set({ labId: answer.id, variants: answer.variants, notice, replaced });
      rememberLab();
      // The old state stays until the new one arrives, so that open parts of the panel do not close.
      if (!same) store.set({ log: emptyLog, tokens: null, change: null });
    },

    /** Fetches the events after the last known one. */
    async loadPage(): Promise<void> {
      const path = `/mock-backend/lab/events?after=${store.get().log.lastSeq}`;
      const page = await send(fetch, { method: "GET", path }, eventPageSchema);
      store.set({ log: appendPage(store.get().log, page) });
    },

    async loadState(): Promise<void> {
      const [state, tokens] = await Promise.all([
        send(fetch, { method: "GET", path: "/mock-backend/lab/state" }, labStateSchema),
        loadTokens(fetch),
      ]);
      const { labId } = store.get();
      if (labId !== null && state.id !== labId) {
        throw new LabProblem("lab_gone", "This browser has another lab by now.");
      }
      const offsetSeconds = state.clock.offset;
      const measuredMs = state.clock.now - now();
      const before = store.get();
      const moved = offsetSeconds !== before.offsetSeconds || Math.abs(measuredMs - before.skewMs) > jitterMs;
      store.set({ state, tokens, offsetSeconds, skewMs: moved ? measuredMs : before.skewMs });
    },

    /** Fetches the variants that this browser's cookie chooses. */
    async loadVariants(): Promise<LabSnapshot["variants"]> {
      return (await send(fetch, { method: "GET", path: "/api/lab" }, labAnswerSchema)).variants;
    },
  };
}

/** The decrypted cookie is optional: a variant that breaks it must not break the lab's panel. */
async function loadTokens(fetch: Fetch): Promise<LabTokens | null> {
  try {
    return await send(fetch, { method: "GET", path: "/api/lab/tokens" }, labTokensSchema);
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.code === "unexpected" || problem.code === "refused") return null;
    throw problem;
  }
}
