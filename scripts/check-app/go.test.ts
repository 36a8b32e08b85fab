import { expect, test } from "vitest";
import { go } from "./go";

const INTERRUPTED = `page.goto: Navigation to "http://localhost:3101/" is interrupted by another navigation to "http://localhost:3101/notes"\nCall log:`;

/** A page whose next navigations end like this; undefined is a success. */
function pageWith(...ends: (string | undefined)[]) {
  const calls: string[] = [];
  const page = {
    goto: async (address: string) => {
      calls.push(address);
      const end = ends.shift();
      if (end !== undefined) throw new Error(end);
      return null;
    },
    waitForLoadState: async (state = "load") => void calls.push(state),
  };
  return { page, calls };
}

test("a navigation of the app's own is let through, and ours comes then", async () => {
  const { page, calls } = pageWith(INTERRUPTED);
  await go(page, "/");
  expect(calls).toEqual(["/", "load", "/"]);
});

test("an app that does it again and again is told in a sentence", async () => {
  const { page } = pageWith(INTERRUPTED, INTERRUPTED, INTERRUPTED);
  await expect(go(page, "/")).rejects.toThrow(
    "/ could not be opened: the app's pages go elsewhere by themselves again and again.",
  );
});

test("what has another cause is not tried again", async () => {
  const { page, calls } = pageWith("page.goto: net::ERR_CONNECTION_REFUSED at http://localhost:3101/notes");
  await expect(go(page, "/notes")).rejects.toThrow("ERR_CONNECTION_REFUSED");
  expect(calls).toEqual(["/notes"]);
});
