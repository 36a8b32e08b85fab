import fc from "fast-check";
import { expect, test } from "vitest";
import { signInError } from "./sign-in-error";

test("a lock-out says how long", () => {
  expect(signInError("LockedOut:30")?.advice).toContain("30 seconds");
});

test("no error, no message", () => {
  expect(signInError(undefined)).toBeNull();
});

test("text from the address never becomes our text", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), (text) => {
      const marked = `<${text}>`;
      const message = signInError(marked);
      expect(`${message?.title} ${message?.advice}`).not.toContain(marked);
    }),
  );
});
