import { expect, test } from "vitest";
import { labEvent } from "@/test-doubles/fake-lab";
import { announcement } from "./announcement.ts";

test.each(["__proto__", "constructor", "toString"])(
  "an event that is called %s goes without saying",
  (name) => expect(announcement(labEvent(1, { name }))).toBeNull(),
);

test("a sentence of the backend's is said as it is", () => {
  const text = "The refresh token came twice.";
  expect(announcement(labEvent(1, { name: "family.revoked", text }))).toBe(text);
});
