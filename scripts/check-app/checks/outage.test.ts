import { expect, test } from "vitest";
import type { CheckContext } from "../check";
import { Failure } from "../failure";
import type { Seen } from "../visitor";
import { outage } from "./outage";

const list: Seen = { signedIn: true, asksToSignIn: false, what: '"My notes"' };
const form: Seen = { signedIn: false, asksToSignIn: true, what: "a sign-in page (/signin)" };
const notice: Seen = { signedIn: false, asksToSignIn: false, what: 'something without "My notes" (/notes)' };

/** An app that shows one thing under each fault, and the list without one. */
function app(shows: { outage: Seen; "refresh-only": Seen }, expires = true) {
  const faults: string[] = [];
  let seen = list;
  const visitor = { readSession: async () => {}, openProtected: async () => seen, leave: async () => {} };
  const context = {
    profile: { protected: { page: "/notes", shows: "My notes" } },
    backend: {
      state: async () => ({ families: [{ status: "active" }] }),
      set: async ({ fault }: { fault: "none" | "outage" | "refresh-only" }) => {
        faults.push(fault);
        seen = fault === "none" ? list : shows[fault];
      },
    },
    signedIn: async () => visitor,
    untilDue: async () => {},
    untilExpired: async () => expires,
    expectRefreshAsked: async () => {},
  };
  return { run: () => outage.run(context as unknown as CheckContext), faults };
}

test("a notice instead of the page is the app's business, in either outage", async () => {
  const { run, faults } = app({ outage: notice, "refresh-only": notice });
  expect(await run()).toBe(
    "The session was there again when the backend was, and when the token endpoint was.",
  );
  expect(faults).toEqual(["outage", "none", "refresh-only", "none"]);
});

test("a sign-in page while the token endpoint alone is down is none", async () => {
  const { run } = app({ outage: notice, "refresh-only": form });
  await expect(run()).rejects.toThrow(
    new Failure("While the token endpoint alone was down, /notes showed a sign-in page (/signin)."),
  );
});

test("a token that had not expired meanwhile is said", async () => {
  const { run } = app({ outage: form, "refresh-only": list }, false);
  expect(await run()).toContain("had not expired meanwhile");
});
