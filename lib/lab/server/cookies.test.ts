import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { cookieFlags, cookieName } from "@/lib/http/cookies";
import { labCookieFlags, parseLabId, parseVariantChoice, serializeVariantChoice } from "./cookies";

afterEach(() => vi.unstubAllEnvs());

test("on https a cookie is bound to its host", () => {
  vi.stubEnv("NEXTAUTH_URL", "https://learn.example");
  vi.stubEnv("NEXTAUTH_SECRET", "a-secret-of-thirty-two-characters-or-more");
  expect(cookieName("session-token")).toBe("__Host-silent-refresh.session-token");
  expect(cookieFlags()).toMatchObject({ secure: true, httpOnly: true, sameSite: "strict", path: "/" });
});

test("on http, which is localhost, the name has no prefix that browsers would refuse", () => {
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
  expect(cookieName("session-token")).toBe("silent-refresh.session-token");
});

test("the lab's cookie names the instant at which it ends, thirty days from now", () => {
  const flags = labCookieFlags();
  expect(flags).not.toHaveProperty("maxAge");
  expect(flags.expires.getTime() - Date.now()).toBeCloseTo(30 * 24 * 60 * 60 * 1000, -4);
});

test("a choice of variants survives its cookie", () => {
  const slug = fc.stringMatching(/^[a-z0-9-]{1,20}$/).filter((text) => text !== "__proto__");
  fc.assert(
    fc.property(fc.dictionary(slug, slug), (choice) => {
      expect(parseVariantChoice(serializeVariantChoice(choice))).toEqual({ ...choice });
    }),
  );
});

test("whatever a cookie holds, reading it does not throw", () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      parseLabId(value);
      parseVariantChoice(value);
    }),
  );
});

test("only something like an id names a lab", () => {
  expect(parseLabId("../../etc/passwd")).toBeNull();
  expect(parseLabId(undefined)).toBeNull();
  expect(parseLabId("0d9c1a52-3c44-4a43-9c0b-1f3f4c3d2a10")).toBe("0d9c1a52-3c44-4a43-9c0b-1f3f4c3d2a10");
});
