import * as z from "zod/mini";
import type { DemoUser } from "@/lib/sign-in/demo-users.ts";
import { clockSchema, type LabSettings, labAnswerSchema, settingsSchema } from "../schemas.ts";
import type { Connection } from "./connection.ts";
import { asProblem } from "./problem.ts";
import { type Call, type Fetch, send } from "./request.ts";
import { retryInNewLab } from "./retry-in-new-lab.ts";
import { signIn, signOut } from "./session.ts";
import type { Change, LabSnapshot, Store } from "./snapshot.ts";
import { durationInWords } from "./words.ts";

/** A variant's name and summary from the lesson's metadata. */
export type VariantChoice = { name: string; summary: string };

/** Actions on the lab. Each ends by setting `change` or `problem` and never rejects. */
export type Controls = {
  /** Advances the lab's clock. */
  advance(seconds: number): Promise<boolean>;
  /** Changes some settings. `text` describes the change for the learner. */
  changeSettings(settings: Partial<LabSettings>, text: string): Promise<boolean>;
  chooseVariant(lesson: string, variant: VariantChoice): Promise<boolean>;
  /** Creates a new signing key. The old one stays published until its last token has expired. */
  rotateKeys(): Promise<boolean>;
  /** Seeds the lab anew and ends every session. */
  reset(): Promise<boolean>;
  signIn(user: DemoUser): Promise<boolean>;
  signOut(): Promise<boolean>;
  /** Removes the notice after the learner has read why this is another lab. */
  dismissNotice(): Promise<void>;
};

export function createControls(store: Store<LabSnapshot>, connection: Connection, fetch: Fetch): Controls {
  async function perform(work: () => Promise<Change>, pending: string | null = null): Promise<boolean> {
    store.set({ ...(pending !== null && { pending }), problem: null });
    const ended = pending === null ? {} : { pending: null };
    try {
      const change = await retryInNewLab(connection.renew, work);
      store.set({ ...ended, change });
      return true;
    } catch (thrown) {
      store.set({ ...ended, problem: asProblem(thrown) });
      return false;
    } finally {
      connection.refresh();
    }
  }

  return {
    advance: (seconds) =>
      perform(async () => {
        const call: Call = { method: "POST", path: "/mock-backend/lab/clock", body: { advance: seconds } };
        const clock = await send(fetch, call, clockSchema);
        store.set({ skewMs: clock.now - Date.now(), offsetSeconds: clock.offset });
        return { text: `The lab's clock moved ${durationInWords(seconds)} forward.`, call };
      }),

    changeSettings: (settings, text) =>
      perform(async () => {
        const call: Call = { method: "PATCH", path: "/mock-backend/lab/settings", body: settings };
        const next = await send(fetch, call, settingsSchema);
        const { state } = store.get();
        if (state !== null) store.set({ state: { ...state, settings: next } });
        return { text, call };
      }),

    chooseVariant: (lesson, variant) =>
      perform(async () => {
        const call: Call = {
          method: "PATCH",
          path: "/api/lab",
          body: { variants: { [lesson]: variant.name } },
        };
        const before = store.get().variants;
        store.set({ variants: { ...before, [lesson]: variant.name } });
        const answer = await send(fetch, call, labAnswerSchema).catch((thrown: unknown) => {
          store.set({ variants: before });
          throw thrown;
        });
        store.set({ variants: answer.variants });
        // The choice is stored in this browser's cookie. A curl line would choose for curl, so none is offered.
        return { text: `The app now runs ${variant.name}. ${variant.summary}`, call: null };
      }),

    rotateKeys: () =>
      perform(async () => {
        const call: Call = { method: "POST", path: "/mock-backend/lab/keys/rotate" };
        await send(fetch, call, z.unknown());
        return { text: "The backend signs with a new key. The old one still verifies.", call };
      }),

    reset: () =>
      perform(async () => {
        const call: Call = { method: "POST", path: "/mock-backend/lab/reset" };
        await send(fetch, call, z.unknown());
        return { text: "The lab is as new: default settings, every session ended.", call };
      }, "Resetting the lab…"),

    signIn: (user) =>
      perform(async () => {
        await signIn(fetch, user);
        return { text: `Signed in as ${user.name}.`, call: null };
      }, `Signing in as ${user.name}…`),

    signOut: () =>
      perform(async () => {
        await signOut(fetch);
        return { text: "Signed out of the app.", call: null };
      }, "Signing out…"),

    dismissNotice: async () => {
      store.set({ notice: null });
      // The app's pages show the notice too, until the site has this request. If the request fails, they show it once
      // more.
      await fetch("/api/lab/notice", { method: "DELETE" }).catch(() => null);
    },
  };
}
