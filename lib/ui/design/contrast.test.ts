import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, lightOf } from "./contrast.ts";
import { pairs, ratio, themeColours } from "./theme-colours.ts";

const black = lightOf(0, 0, 0);
const white = lightOf(1, 0, 0);

describe("contrast", () => {
  it("is 21 for black on white, and 1 for a colour on itself", () => {
    expect(contrast(black, white)).toBeCloseTo(21, 3);
    expect(contrast(white, white)).toBe(1);
  });

  it("agrees with published figures: #767676 on white is 4.54, pure red on white 4.00", () => {
    expect(contrast(lightOf(0.5658, 0, 0), white)).toBeCloseTo(4.54, 1);
    expect(contrast(lightOf(0.627955, 0.257683, 29.2338), white)).toBeCloseTo(4.0, 1);
  });

  it("does not mind the order, and stays between 1 and 21", () => {
    const colour = fc
      .tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        fc.integer({ min: 0, max: 360 }),
      )
      .map((parts) => lightOf(...parts));
    fc.assert(
      fc.property(colour, colour, (a, b) => {
        expect(contrast(a, b)).toBe(contrast(b, a));
        expect(contrast(a, b)).toBeGreaterThanOrEqual(1);
        expect(contrast(a, b)).toBeLessThanOrEqual(21.001);
      }),
    );
  });
});

it("the theme's colours are read, all of them", () => {
  expect([...themeColours.keys()]).toEqual(
    expect.arrayContaining([
      "paper",
      "ink",
      "session",
      "access",
      "refresh",
      "attacker",
      "fail",
      "line-strong",
    ]),
  );
});

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  it.each(pairs)("shows $ink on $on with at least $least : 1", ({ ink, on, least }) => {
    expect(ratio(ink, on, theme)).toBeGreaterThanOrEqual(least);
  });
});
