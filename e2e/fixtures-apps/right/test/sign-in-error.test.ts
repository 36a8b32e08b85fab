import { expect, test } from "vitest";
import { BackendError } from "../lib/backend-error";
import { signInCode, signInMessage } from "../lib/sign-in-error";

test.each([
  [new BackendError("locked-out", "x", { retryAfterSeconds: 30 }), /wait 30 seconds/],
  [new BackendError("locked-out", "x"), /wait a few minutes/],
  [new BackendError("unavailable", "x"), /password may well be right/],
  [new Error("a secret"), /password may well be right/],
])("%s reaches the sign-in page as a sentence of ours", (error, sentence) => {
  const code = signInCode(error);
  expect(code).not.toContain("secret");
  expect(signInMessage(code)).toMatch(sentence);
});

test("only NextAuth's own code says that the password is wrong, and the address writes no sentence", () => {
  expect(signInMessage("CredentialsSignin")).toMatch(/is wrong/);
  for (const code of ["LockedOut:999999", "LockedOut:<b>", "Call 0900", "constructor"]) {
    expect(signInMessage(code)).toMatch(/not available right now/);
  }
  expect(signInMessage(undefined)).toBeNull();
  expect(signInMessage(["CredentialsSignin", "LockedOut"])).toBeNull();
});
