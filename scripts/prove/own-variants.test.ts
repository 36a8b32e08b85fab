import { expect, it } from "vitest";
import { proofLessons } from "./lessons";
import type { Measured } from "./measured";
import { everydayVariants, ownVariants, unmeasured } from "./own-variants";

const lessons = await proofLessons();

it.each(lessons.filter(({ meta }) => meta.variants.length > 0))(
  "$meta.slug: every day its checks run on what holds and on one usual recipe, which is wrong",
  ({ meta }) => {
    const chosen = everydayVariants(lessons).filter(({ lesson }) => lesson === meta.slug);
    const verdicts = chosen.map(({ variant }) => meta.variants.find(({ name }) => name === variant)?.verdict);
    const right = meta.variants.filter(({ verdict }) => verdict === "right");
    expect(verdicts.toSorted()).toEqual([...right.map(() => "right"), "wrong"]);
  },
);

it("a lesson without variants is measured as the site itself", () => {
  expect(everydayVariants(lessons)).toContainEqual({ lesson: "start", variant: null });
});

/** Everything that can be measured of a lesson's own variants. */
const everything = lessons.flatMap(({ meta }) =>
  ownVariants(lessons)
    .filter(({ lesson }) => lesson === meta.slug)
    .flatMap(({ lesson, variant }) =>
      (meta.conditions.length === 0 ? [null] : meta.conditions.map(({ name }) => name)).flatMap((condition) =>
        meta.checks.map(({ id }): Measured => ({ lesson, check: id, variant, condition, outcome: "green" })),
      ),
    ),
);

it("what was measured whole is not measured again", () => {
  expect(unmeasured(ownVariants(lessons), everything, lessons)).toEqual([]);
  expect(unmeasured(ownVariants(lessons), [], lessons)).toEqual(ownVariants(lessons));
});

it("a variant of which one run under one condition is missing is measured again, whole", () => {
  const missing = ({ variant, condition, check }: Measured) =>
    variant === "token-store" && condition === "grace-10" && check === "idle-return";
  expect(everything.filter(missing)).toHaveLength(1);
  const known = everything.filter((run) => !missing(run));
  expect(unmeasured(ownVariants(lessons), known, lessons)).toEqual([
    { lesson: "refresh-rotation", variant: "token-store" },
  ]);
});
