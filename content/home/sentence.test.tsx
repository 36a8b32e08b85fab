import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { signedOut } from "./scene.ts";
import { sentenceKey, Words } from "./sentence.tsx";

const closing = "That is how it should go. The lessons show how it breaks.";
const alive = {
  ...signedOut,
  phase: "alive" as const,
  access: 4,
  refresh: 4,
  lifeSeconds: 8,
  leftSeconds: 5,
  rotated: true,
  inCookie: true,
  user: "Ada",
};
const dead = { ...alive, phase: "dead" as const, leftSeconds: 0 };
const running = { seen: 1, asking: false, stuck: null, resting: false };
const resting = { ...running, seen: 3, resting: true };

type SentenceProps = Parameters<typeof Words>[0];
const said = (
  scene: SentenceProps["scene"],
  refreshing: SentenceProps["refreshing"] = running,
  step: SentenceProps["step"] = null,
): string => renderToStaticMarkup(<Words {...{ scene, refreshing, step }} />).replaceAll(/<[^>]+>/g, "");

describe("what the miniature says", () => {
  test("at rest, the closing sentence stays, whether the last token lives or has expired", () => {
    expect(said(alive, resting)).toContain(closing);
    expect(said(dead, resting)).toContain(closing);
    expect(said(dead, resting), "nobody asks any more").not.toMatch(/next the app asks/i);
  });

  test("of a dead token, what happens next, and what happens already", () => {
    expect(said(dead)).toContain("Next the app asks for its session");
    expect(said(dead, { ...running, asking: true })).toContain("has asked for its session");
    expect(said(dead, { ...running, stuck: "no-answer" })).toContain("no answer came");
    expect(said(dead, { ...running, stuck: "not-refreshed" })).toContain("another refresh variant");
  });

  test("of a refresh, what it cost, who carries it, and who noticed nothing", () => {
    expect(said(alive)).toBe(
      "Silent refresh. R3 bought A4 and R4, the cookie carries them, and Ada noticed nothing.",
    );
    expect(said({ ...alive, rotated: false, refresh: 1, inCookie: false, user: "Grace" })).toBe(
      "Silent refresh. R1 bought A4, and Grace noticed nothing.",
    );
  });

  test("without a session, what is being done, or what can be", () => {
    expect(said(signedOut, running, "making")).toContain("Making a lab");
    expect(said(signedOut, running, "signing-in")).toContain("Signing Ada in");
    expect(said(signedOut)).toContain("Nobody is signed in.");
    expect(said({ ...signedOut, phase: "over" })).toContain("This sign-in is over");
  });

  test("other words are a new sentence, whose parts are not moved; seconds that pass are none", () => {
    const scenes = fc.record({
      phase: fc.constantFrom("signed-out", "over", "alive", "dead"),
      access: fc.integer({ min: 1, max: 3 }),
      refresh: fc.integer({ min: 1, max: 3 }),
      lifeSeconds: fc.constantFrom(8, 600),
      leftSeconds: fc.integer({ min: 0, max: 8 }),
      rotated: fc.boolean(),
      inCookie: fc.boolean(),
      user: fc.constantFrom("Ada", "Grace"),
    }) satisfies fc.Arbitrary<SentenceProps["scene"]>;
    const told = fc.record({
      scene: scenes,
      refreshing: fc.record({
        seen: fc.integer({ min: 0, max: 3 }),
        asking: fc.boolean(),
        stuck: fc.constantFrom(null, "not-refreshed", "no-answer"),
        resting: fc.boolean(),
      }),
      step: fc.constantFrom(null, "making", "signing-in"),
    }) satisfies fc.Arbitrary<SentenceProps>;
    const one = <Key extends keyof SentenceProps["scene"]>(key: Key) =>
      fc
        .tuple(told, scenes)
        .map(([all, other]): [SentenceProps, SentenceProps] => [
          all,
          { ...all, scene: { ...all.scene, [key]: other[key] } },
        ]);
    const asked = fc
      .tuple(told, told)
      .map(([all, { refreshing }]): [SentenceProps, SentenceProps] => [all, { ...all, refreshing }]);
    const pairs = fc.oneof(one("inCookie"), one("rotated"), one("user"), one("lifeSeconds"), asked);
    fc.assert(
      fc.property(pairs, ([first, second]) => {
        const words = ({ scene, refreshing, step }: SentenceProps) => said(scene, refreshing, step);
        if (words(first) !== words(second)) expect(sentenceKey(first)).not.toBe(sentenceKey(second));
      }),
      { numRuns: 500 },
    );
    const base: SentenceProps = { scene: alive, refreshing: running, step: null };
    const drawn = { bars: [], seams: [], axis: [], now: 0.5 };
    const later: SentenceProps = { ...base, scene: Object.assign({ ...alive, leftSeconds: 1 }, { drawn }) };
    expect(sentenceKey(later)).toBe(sentenceKey(base));
  });
});
