import { expect, it } from "vitest";
import type { PageGuardPiece } from "@/content/notes-app/pieces";
import type { RegistrationOf } from "@/content/registration";
import { defineLesson } from "@/lib/lesson/meta";
import { catalog } from "./catalog";
import { completeChoice, switchableLessons, variantsOf } from "./variants";

const lesson = {
  slug: "server-action-protection",
  title: "Sample",
  summary: "A sample.",
  order: 0,
  variants: [
    { name: "weak", summary: "Fails.", file: "variants/weak.ts", verdict: "wrong" },
    { name: "strong", summary: "Holds.", file: "variants/strong.ts", verdict: "right" },
  ],
  checks: [{ id: "named", title: "it is named", section: "run-it", fails: ["weak"] }],
  claims: [],
  missions: [],
  sources: [],
} as const;
const meta = defineLesson({ ...lesson, missions: [], sources: [] });
type Sample = RegistrationOf<typeof meta>;

const { slug } = meta;
const piece: PageGuardPiece = {};
const both = { weak: piece, strong: piece };

it("the compiler refuses a registration that is not what the lesson's meta.ts names", () => {
  const fits: Sample[] = [
    { slug, fallback: "strong", variants: both },
    { slug, fallback: { variant: "weak", because: "other lessons move the clock" }, variants: both },
    // @ts-expect-error a variant that meta.ts names is missing
    { slug, fallback: "strong", variants: { strong: piece } },
    // @ts-expect-error a variant that meta.ts does not name
    { slug, fallback: "strong", variants: { ...both, other: piece } },
    // @ts-expect-error a fallback that there is not
    { slug, fallback: "other", variants: both },
    // @ts-expect-error a fallback that is not right, without a reason
    { slug, fallback: "weak", variants: both },
    // @ts-expect-error another lesson's slug
    { slug: "signing-out", fallback: "strong", variants: both },
  ];
  expect(fits).toHaveLength(7);
});

it("a claim without its check and a check on no variant do not compile, and throw", () => {
  const { checks } = lesson;
  const [check] = checks;
  const rest = { ...lesson, missions: [], sources: [] };
  // @ts-expect-error the claim names no check
  expect(() => defineLesson({ ...rest, claims: [{ id: "a", text: "A.", check: "other" }] })).toThrow(
    "claim a names no check: other",
  );
  // @ts-expect-error the check fails on no variant of the lesson
  expect(() => defineLesson({ ...rest, checks: [{ ...check, fails: ["other"] }] })).toThrow(
    "check named names no variant: other",
  );
});

it.each(switchableLessons())("$slug: what can be chosen is what meta.ts names", ({ slug, names }) => {
  const meta = catalog.map((each) => each.meta).find((each) => each.slug === slug);
  expect([...names].sort()).toEqual(meta?.variants.map(({ name }) => name).sort());
  expect(names).toContain(completeChoice({})[slug]);
});

it("a lesson's variants are found by name, and nothing else is", () => {
  expect([...variantsOf("ship-it").keys()]).toEqual(["as-usual", "ready", "yours"]);
  expect(variantsOf("ship-it").get("constructor")).toBeUndefined();
});
