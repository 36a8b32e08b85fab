import fc from "fast-check";
import { expect, test } from "vitest";
import { inOneLine, refusalIn, signInFailure } from "./sign-in-failure";

test("a lock-out says how long", () => {
  expect(signInFailure("LockedOut:30")?.advice).toContain("30 seconds");
});

test("a crowd says when to try again, within a minute and a half", () => {
  const failure = signInFailure("Busy:3");
  expect(failure).toMatchObject({ code: "busy", retrySeconds: 3 });
  expect(failure && inOneLine(failure)).toBe("Many are signing in at once. Again in 3 s.");
  for (const wrong of ["Busy:", "Busy:100", "Busy:-1", "Busy:3 ", "busy:3", "Busy:1e1"]) {
    expect(signInFailure(wrong)?.code, wrong).toBe("unknown");
  }
});

test("no error, no message", () => {
  expect(signInFailure(undefined)).toBeNull();
});

test("text from the address never becomes our text", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 4 }), (text) => {
      const marked = `<${text}>`;
      const message = signInFailure(marked);
      expect(`${message?.title} ${message?.advice}`).not.toContain(marked);
    }),
  );
});

test.each(["constructor", "__proto__", "toString", "", "LockedOut:", "LockedOut:123456", "refused"])(
  "a code that is none of the app's is unknown: %j",
  (code) => {
    const failure = signInFailure(code);
    expect(failure?.code).toBe("unknown");
    expect(failure && inOneLine(failure)).toBe("Sign-in failed. Try again. If it goes on, reset the lab.");
  },
);

test("an answer without an error let the user in, unless it asks for another try", () => {
  expect(refusalIn("http://localhost:3000/notes")).toBeNull();
  expect(refusalIn("/signin?error=Refused&callbackUrl=/notes")).toBe("Refused");
  expect(refusalIn("http://localhost:3000/signin?csrf=true")).toBe("csrf");
});
