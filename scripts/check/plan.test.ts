import { expect, it } from "vitest";
import { catalog } from "@/content/catalog";
import { BadInput } from "../fail";
import { keyOf, makePlan } from "./plan";

const lessons = catalog.map(({ meta }) => meta);
const asked = { lessons: [], variants: [], grep: null };

it("judges the exercises, and a lesson without variants as it stands", () => {
  const plan = makePlan(lessons, asked);
  const judged = new Set(plan.map(({ lesson, variant }) => `${lesson} ${variant}`));
  expect(judged).toContain("start null");
  expect([...judged]).toEqual(
    lessons.map(({ slug, variants }) => `${slug} ${variants.length > 0 ? "yours" : null}`),
  );
  expect(new Set(plan.map(keyOf)).size, "every check has a name of its own").toBe(plan.length);
});

it("plans every check under every condition of its lesson", () => {
  const plan = makePlan(lessons, { ...asked, lessons: ["refresh-rotation"] });
  const lesson = lessons.find(({ slug }) => slug === "refresh-rotation");
  expect(plan).toHaveLength((lesson?.checks.length ?? 0) * 2);
});

it("takes the variants that are named where a lesson has them, and nothing else", () => {
  const plan = makePlan(lessons, { ...asked, variants: ["token-store", "guarded"] });
  expect(new Set(plan.map(({ lesson, variant }) => `${lesson} ${variant}`))).toEqual(
    new Set(["refresh-rotation token-store", "server-action-protection guarded"]),
  );
});

it("says of a lesson without an exercise what can be named instead", () => {
  const [lesson] = lessons.filter(({ slug }) => slug === "credentials-provider");
  const variants = lesson?.variants.filter(({ name }) => name !== "yours") ?? [];
  const without = lesson === undefined ? [] : [{ ...lesson, variants }];
  expect(() => makePlan(without, asked)).toThrow(
    "There is no exercise in credentials-provider. Name a --variant: as-posted, checked, server-side.",
  );
});

it("narrows by id, variant, condition and sentence, in any case", () => {
  const ids = (grep: RegExp) => makePlan(lessons, { ...asked, grep }).map(keyOf);
  expect(ids(/idle-return yours grace-10/i)).toEqual(["refresh-rotation/idle-return/yours/grace-10"]);
  expect(ids(/TOO MANY TRIES/i)).toEqual(["credentials-provider/retry-after/yours/"]);
});

it.each([
  [{ lessons: ["refresh"] }, /^There is no lesson "refresh"\. (Did you mean|Take one of) /],
  [
    { lessons: ["refresh-rotatoin"] },
    'There is no lesson "refresh-rotatoin". Did you mean refresh-rotation?',
  ],
  [{ variants: ["your"] }, 'There is no variant "your". Did you mean yours?'],
  [
    { lessons: ["credentials-provider"], variants: ["zzzzzzzzz"] },
    'Lesson "credentials-provider" has no variant "zzzzzzzzz". Take one of as-posted, checked, server-side, yours.',
  ],
  [
    { lessons: ["start"], variants: ["yours"] },
    'Lesson "start" has no variant "yours". Leave --variant out.',
  ],
  [{ grep: /tea/i }, '--grep "tea" fits no check. npm run check -- --list shows them all.'],
])("refuses %j in one line that says what to do", (change, line) => {
  const refused = () => makePlan(lessons, { ...asked, ...change });
  expect(refused).toThrow(BadInput);
  expect(refused).toThrow(line);
});
