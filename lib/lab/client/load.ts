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

/** Less than this is the network's jitter, not a move of the lab's clock. */
const jitterMs = 500;

/** What is asked of the lab. What is not given back is put into the store. Every one throws a LabProblem when it fails. */
export function createLoaders(store: Store<LabSnapshot>, fetch: Fetch, now: () => number) {
  return {
    /** Makes sure of a lab. Another one than before begins from nothing. */
    async ensureLab(): Promise<void> {
      const answer = await send(fetch, { method: "POST", path: "/api/lab" }, labAnswerSchema);
      const before = store.get();
      const same = answer.id === before.labId;
      // The site itself makes a lab for a browser whose cookie is gone, and cannot know that there was one.
      const another = before.state !== null && before.state.id !== answer.id;
      const notice = answer.notice ?? (another ? "another" : before.notice);
      const replaced = before.replaced || another || answer.renewed;
      store.set({ labId: answer.id, variants: answer.variants, notice, replaced });
      rememberLab();
      // The old state stays in sight for the moment that the new one takes: nothing that is open closes.
      if (!same) store.set({ log: emptyLog, tokens: null, change: null });
    },

    /** The events after those that are known. */
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

    /** The variants that this browser's cookie chooses. */
    async loadVariants(): Promise<LabSnapshot["variants"]> {
      return (await send(fetch, { method: "GET", path: "/api/lab" }, labAnswerSchema)).variants;
    },
  };
}

/** The opened cookie is an extra: a variant that breaks it must not take the lab down with it. */
async function loadTokens(fetch: Fetch): Promise<LabTokens | null> {
  try {
    return await send(fetch, { method: "GET", path: "/api/lab/tokens" }, labTokensSchema);
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.code === "unexpected" || problem.code === "refused") return null;
    throw problem;
  }
}
