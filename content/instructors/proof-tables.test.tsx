import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { catalog } from "@/content/catalog";
import { isRed, proofSchema } from "@/lib/lesson/proof";
import proof from "./proof.json";
import { ProofMark, ProofTables } from "./proof-tables";

const { lessons } = proofSchema.parse(proof);
const markup = renderToStaticMarkup(<ProofTables />);
const sections = markup.split("<details").slice(1);
const sectionOf = (lesson: (typeof lessons)[number]) => sections[lessons.indexOf(lesson)] ?? "";

it("every lesson has been proved", () => {
  expect(lessons.map(({ lesson }) => lesson)).toEqual(catalog.map(({ meta }) => meta.slug));
  for (const { lesson, checks } of lessons) expect(checks.length, lesson).toBeGreaterThan(0);
});

it.each(lessons)(
  "$lesson: each of its checks has a row, and in it a red mark or a killed mutant",
  (lesson) => {
    const { variants } = catalog.map(({ meta }) => meta).find(({ slug }) => slug === lesson.lesson) ?? {};
    const wrong = (variants ?? []).filter(({ verdict }) => verdict === "wrong").map(({ name }) => name);
    for (const { check, outcomes } of lesson.checks) {
      const row = new RegExp(`<tr data-check="${check}">.*?</tr>`, "s").exec(sectionOf(lesson))?.[0] ?? "";
      const killed = lesson.columns.filter(({ name, kind }) => kind === "mutant" && isRed(outcomes[name]));
      for (const { name } of killed) expect(row).toContain(`<code>${name}</code>`);
      const redOn = wrong.filter((name) => isRed(outcomes[name]));
      expect(redOn.length + killed.length, check).toBeGreaterThan(0);
      for (const name of redOn) expect(row).toMatch(new RegExp(`data-version="${name}".*?red<`));
    }
  },
);

it.each(lessons)("$lesson: each of its mutants is explained", ({ columns }) => {
  const mutants = columns.filter(({ kind }) => kind === "mutant");
  expect(mutants.length).toBeGreaterThan(0);
  for (const { name } of mutants) expect(markup).toContain(`<dt><code>${name}</code>`);
});

it("where conditions differ, each has its mark", () => {
  const conditions = [{ name: "grace-0", title: "no grace", settings: {} }];
  const marks = renderToStaticMarkup(
    <ProofMark outcome={{ "grace-0": "green", "grace-10": "red" }} conditions={conditions} />,
  );
  expect(marks).toContain("no grace: green");
  expect(marks).toContain("grace-10: red");
});
