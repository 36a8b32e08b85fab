import { encode } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";
import { EnvironmentError } from "@/lib/env";
import { joinSessionCookie, openSessionCookie } from "./session-cookie";

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
  vi.stubEnv("NEXTAUTH_SECRET", "a-secret-for-this-test-only");
});

test("chunks are joined in number order, and other cookies are left out", () => {
  const cookies = [
    { name: "silent-refresh.session-token.10", value: "c" },
    { name: "silent-refresh.session-token.0", value: "a" },
    { name: "silent-refresh.session-token.2", value: "b" },
    { name: "silent-refresh.session-tokens", value: "no" },
    { name: "other.session-token", value: "no" },
  ];
  expect(joinSessionCookie(cookies)).toBe("abc");
});

test("a cookie of this server opens, any other does not", async () => {
  const mine = await encode({ token: { accessToken: "a" }, secret: "a-secret-for-this-test-only" });
  const foreign = await encode({ token: { accessToken: "a" }, secret: "another" });
  expect(await openSessionCookie(mine)).toMatchObject({ accessToken: "a" });
  expect(await openSessionCookie(foreign)).toBeNull();
  expect(await openSessionCookie("garbage")).toBeNull();
  expect(await openSessionCookie("")).toBeNull();
});

test("a server without its secret says so, and takes nobody's cookie for a stranger's", async () => {
  const mine = await encode({ token: { accessToken: "a" }, secret: "a-secret-for-this-test-only" });
  vi.stubEnv("NEXTAUTH_SECRET", "");
  await expect(openSessionCookie(mine)).rejects.toThrow(EnvironmentError);
  await expect(openSessionCookie(mine)).rejects.toMatchObject({ code: "missing_secret" });
});
