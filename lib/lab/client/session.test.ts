import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { signIn } from "./session";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ada = { name: "Ada", role: "admin", email: "ada@example.com", password: "analytical-engine" } as const;

/** NextAuth with a backend that is busy for the first `busyTimes` sign-ins. */
function nextAuth(busyTimes: number) {
  let posts = 0;
  const fetch = async (path: string) => {
    if (path === "/api/auth/csrf") return Response.json({ csrfToken: "c" });
    posts += 1;
    const busy = posts <= busyTimes;
    const url = `http://localhost/${busy ? "signin?error=Busy:3" : "notes"}`;
    return Response.json({ url }, { status: busy ? 401 : 200 });
  };
  return { fetch, posts: () => posts };
}

test("the lab's own sign-in waits where too many sign in at once, and is in", async () => {
  const { fetch, posts } = nextAuth(2);
  const signedIn = signIn(fetch, ada);
  await vi.advanceTimersByTimeAsync(6_000);
  await expect(signedIn).resolves.toBeUndefined();
  expect(posts()).toBe(3);
});

test("after three more tries it says that sign-in is not available", async () => {
  const { fetch, posts } = nextAuth(99);
  const signedIn = expect(signIn(fetch, ada)).rejects.toMatchObject({
    code: "refused",
    reason: "Busy:3",
    message: expect.stringContaining("Sign-in is not available right now"),
  });
  await vi.runAllTimersAsync();
  await signedIn;
  expect(posts()).toBe(4);
});
