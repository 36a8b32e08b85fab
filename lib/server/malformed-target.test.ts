import fc from "fast-check";
import { expect, it } from "vitest";
import { MALFORMED_PATH, routedTarget } from "./malformed-target";

it.each(["/mock-backend/%ff", "/og/%ff", "/lessons/%E0%A4%A", "/%", "/a%2", "/%c0%af?x=1", "/notes/%00"])(
  "sends %s to the refusal",
  (target) => {
    expect(routedTarget(target)).toBe(MALFORMED_PATH);
  },
);

it.each(["/", "/notes?x=%ff", "/lessons/%E2%82%AC", "/a%20b", "*"])("leaves %s alone", (target) => {
  expect(routedTarget(target)).toBe(target);
});

it("leaves every path alone that somebody encoded", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(!text.includes("\0"));
      const target = `/${encodeURIComponent(text)}`;
      expect(routedTarget(target)).toBe(target);
    }),
  );
});
