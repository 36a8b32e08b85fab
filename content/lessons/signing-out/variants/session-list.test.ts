import { beforeEach, expect, test, vi } from "vitest";
import { BackendError } from "@/lib/backend/errors";
import { revokeTokens } from "@/lib/backend/tokens";
import { sessionList } from "./session-list";

vi.mock("@/lib/backend/tokens");

let signIns = 0;

async function signedIn(sub: string) {
  signIns += 1;
  return (await sessionList.begin?.({ sub, refreshToken: `R1 of ${signIns}` })) ?? {};
}

beforeEach(() => {
  vi.mocked(revokeTokens).mockReset().mockResolvedValue();
});

test("a session ends where it is signed out, and the user's others go on", async () => {
  const [here, there] = [await signedIn("user-one"), await signedIn("user-one")];
  await sessionList.signOut?.(here);
  expect(await sessionList.isAlive?.(here)).toBe(false);
  expect(await sessionList.isAlive?.(there)).toBe(true);
  expect(revokeTokens).toHaveBeenCalledExactlyOnceWith(here.refreshToken);
});

test("a cookie without an id is none of ours", async () => {
  expect(await sessionList.isAlive?.({ sub: "user-one" })).toBe(false);
});

test("everywhere is all of the user's, and nobody else's", async () => {
  const [one, two] = [await signedIn("user-two"), await signedIn("user-two")];
  const other = await signedIn("user-three");
  await sessionList.signOutEverywhere?.(one);
  expect(await sessionList.isAlive?.(one)).toBe(false);
  expect(await sessionList.isAlive?.(two)).toBe(false);
  expect(await sessionList.isAlive?.(other)).toBe(true);
  expect(revokeTokens).toHaveBeenCalledTimes(2);
});

test("what the backend cannot hear is told again at the next sign-in, and only then forgotten", async () => {
  const session = await signedIn("user-four");
  vi.mocked(revokeTokens).mockRejectedValueOnce(new BackendError("unavailable"));
  await sessionList.signOut?.(session);
  expect(await sessionList.isAlive?.(session)).toBe(false);

  await signedIn("user-five");
  expect(revokeTokens).toHaveBeenCalledTimes(2);
  expect(revokeTokens).toHaveBeenLastCalledWith(session.refreshToken);
  await signedIn("user-five");
  expect(revokeTokens).toHaveBeenCalledTimes(2);
});

test("a token that the backend does not take is not told for ever", async () => {
  const session = await signedIn("user-six");
  vi.mocked(revokeTokens).mockRejectedValueOnce(new BackendError("refused"));
  await sessionList.signOut?.(session);
  await signedIn("user-six");
  expect(revokeTokens).toHaveBeenCalledTimes(1);
});
