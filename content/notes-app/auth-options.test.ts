import { beforeEach, expect, test, vi } from "vitest";
import { chosenPieces } from "@/content/variants";
import { authOptions, sessionCookie } from "./auth-options";

const pieces = chosenPieces({});

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
});

test("NextAuth and whoever writes the cookie beside it have one secret", () => {
  vi.stubEnv("NEXTAUTH_SECRET", "a-secret-for-this-test-only");
  expect(authOptions(pieces).secret).toBe("a-secret-for-this-test-only");
  expect(sessionCookie(pieces).secret).toBe("a-secret-for-this-test-only");
});

test("without it neither begins", () => {
  vi.stubEnv("NEXTAUTH_SECRET", "");
  const missing = expect.objectContaining({ code: "missing_secret", variable: "NEXTAUTH_SECRET" });
  expect(() => authOptions(pieces)).toThrow(missing);
  expect(() => sessionCookie(pieces)).toThrow(missing);
});
