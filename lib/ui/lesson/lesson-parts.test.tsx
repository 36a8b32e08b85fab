import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { defineLesson, lessonMetaSchema } from "@/lib/lesson/meta";
import { Token } from "@/lib/ui/token";
import { componentsFor } from "./components-for.tsx";
import { readLesson } from "./read-lesson.ts";

const meta = defineLesson({
  slug: "sample",
  title: "Sample",
  summary: "A sample.",
  order: 7,
  variants: [
    { name: "weak", summary: "Fails.", file: "variants/weak.ts", verdict: "wrong" },
    { name: "strong", summary: "Holds.", file: "variants/strong.ts", verdict: "right" },
  ],
  checks: [{ id: "named", title: "only two fields arrive", section: "run-it", fails: ["weak"] }],
  claims: [
    { id: "first", text: "It sends two fields.", check: "named" },
    { id: "second", text: "And no more.", check: "named" },
  ],
  missions: [],
  sources: [{ title: "RFC", url: "https://www.rfc-editor.org/rfc/rfc6749" }],
});
const underConditions = lessonMetaSchema.parse({
  ...meta,
  conditions: [{ name: "grace-0", title: "no grace", settings: { grace: 0 } }],
  checks: meta.checks.map((check) => ({ ...check, failsUnder: { "grace-0": ["strong"] } })),
});
const {
  Exercise,
  Code,
  CodeDiff,
  Claim,
  Claims,
  Variants,
  Predict,
  Choice,
  Answer,
  h2: H2,
} = componentsFor(meta);
const html = (node: ReactNode) => renderToStaticMarkup(node);
const textOf = (markup: string, tag: string) =>
  (new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, "s").exec(markup)?.[1] ?? "")
    .replace(/<[^>]*>/g, "")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");

const source = 'const a = 1;\n// #region one\nif (a < 2 && a > 0) {\n  say("x");\n\n}\n// #endregion one\n';

describe("Code", () => {
  it("shows the region to the letter, and says where it is from", () => {
    const markup = html(<Code file="variants/weak.ts" source={source} region="one" focus="2-3" />);
    expect(textOf(markup, "code")).toBe('if (a < 2 && a > 0) {\n  say("x");\n\n}');
    expect(markup).toContain('data-file="content/lessons/sample/variants/weak.ts"');
    expect(markup).toContain('data-region="one"');
    expect(textOf(markup, "mark")).toBe('  say("x");\n\n');
  });

  it("shows a whole file without its markers, from the root where the path says so", () => {
    const markup = html(<Code file="/lib/backend/x.ts" source={source} />);
    expect(textOf(markup, "code")).toBe('const a = 1;\nif (a < 2 && a > 0) {\n  say("x");\n\n}');
    expect(markup).toContain('data-file="lib/backend/x.ts"');
  });

  it("has no style attributes: the content security policy forbids them", () => {
    expect(html(<Code file="a.ts" source={source} focus="1" />)).not.toContain("style=");
  });

  it("fails for a region that is not there", () => {
    expect(() => html(<Code file="a.ts" source={source} region="two" />)).toThrow(
      'no region "two" (it has: one)',
    );
  });
});

describe("Exercise", () => {
  const hints = [
    { title: "the form", text: "Name `email`." },
    { title: "the reply", text: "Parse it." },
  ];
  const WithHints = componentsFor({ ...meta, hints }).Exercise;

  it("opens one hint at a time, and the solution after the last", () => {
    const markup = html(<WithHints starter={"a\n"} solution={"b\n"} />);
    expect(markup.replaceAll(/ class="[^"]*"/g, "")).toMatch(
      /^<section[^>]*><details><summary>Hint 1 of 2.*<code>email<\/code>.*<details><summary>Hint 2 of 2.*<details><summary>A solution.*<del>a\n<\/del><ins>b\n<\/ins>.*<\/details><\/details><\/details><\/section>$/s,
    );
    expect(markup).not.toContain("<details open");
    expect(markup).toContain('data-to-file="content/lessons/sample/solution.ts"');
  });

  it("has nothing to compare for those who have copied the solution", () => {
    const markup = html(<WithHints starter={"a\n"} solution={"a\n"} />);
    expect(markup).toContain("<code>exercise.ts</code> is this solution");
    expect(markup).not.toContain("<del>");
  });

  it("fails without hints", () => {
    expect(() => html(<Exercise starter="a" solution="b" />)).toThrow("no hints");
  });
});

describe("CodeDiff", () => {
  const side = (file: string, text: string) => ({ file, source: text });

  it("shows what goes and what comes", () => {
    const markup = html(<CodeDiff from={side("a.ts", "one\ntwo\n")} to={side("b.ts", "one\n2\n")} />);
    expect(markup).toContain("<del>two\n</del>");
    expect(markup).toContain("<ins>2\n</ins>");
    expect(markup).toContain('data-from-file="content/lessons/sample/a.ts"');
  });

  it("fails when nothing differs", () => {
    expect(() => html(<CodeDiff from={side("a.ts", "x")} to={side("b.ts", "x")} />)).toThrow("no difference");
  });
});

describe("Claim", () => {
  it("leads to its row in the table and back, and the row names the check and where it is red", () => {
    expect(html(<Claim id="second" />)).toContain('href="#claim-second"');
    const table = html(<Claims />);
    expect(table).toContain('id="claim-second"');
    expect(table).toContain('href="#claim-second-here"');
    expect(table).toContain("only two fields arrive");
    expect(table).toContain("<code>weak</code>");
  });

  it("says under which condition alone a check is red", () => {
    const table = html(componentsFor(underConditions).Claims({}));
    expect(table).toContain("<code>weak</code><span>with no grace:<code>strong</code></span>");
  });

  it("fails for a claim that the metadata does not declare", () => {
    expect(() => html(<Claim id="third" />)).toThrow('lesson sample declares no claim "third"');
  });
});

describe("Variants", () => {
  it("says of every check and variant whether it passes", () => {
    const row = /<tr data-check="named">(.*?)<\/tr>/s.exec(html(<Variants />))?.[1] ?? "";
    expect([...row.matchAll(/>(passes|fails)</g)].map(([, word]) => word)).toEqual(["fails", "passes"]);
  });

  it("leaves the table to what was measured, where a lesson has that", () => {
    const measured = { ...meta, results: { caption: "Measured.", row: "Check", passes: "yes", fails: "no" } };
    const markup = html(componentsFor(measured).Variants({}));
    expect(markup).toContain('data-variant="weak"');
    expect(markup).not.toContain("<table");
  });
});

describe("Predict", () => {
  const choices = [
    <Choice key="a">A</Choice>,
    <Choice key="b" correct>
      B
    </Choice>,
  ];

  it("is a group of radio buttons and a disclosure", () => {
    const markup = html(
      <Predict id="q" question="Which of `a`?">
        {choices}
        <Answer>Because.</Answer>
      </Predict>,
    );
    expect(markup.match(/<input type="radio"[^>]* name="predict-q"/g)).toHaveLength(2);
    expect(markup).toContain("<span>Which of <code>a</code>?</span>");
    expect(markup).toContain("<details><summary>See the answer</summary>");
  });

  it("fails without an answer, or without exactly one correct choice", () => {
    const wrong = "needs two or more choices, one of them correct, and one answer";
    expect(() =>
      html(
        <Predict id="q" question="?">
          {choices}
        </Predict>,
      ),
    ).toThrow(wrong);
    expect(() =>
      html(
        <Predict id="q" question="?">
          <Choice>A</Choice>
          <Choice>B</Choice>
          <Answer>C</Answer>
        </Predict>,
      ),
    ).toThrow(wrong);
  });
});

it("names a token for those who see no colour", () => {
  expect(html(<Token kind="access" n={2} />)).toMatch(/^<abbr [^>]*title="access token 2">A2<\/abbr>$/);
});

describe("readLesson", () => {
  it("reads headings and length from the tree", async () => {
    const prose = () => Promise.resolve({ default: () => <H2 id="run-it">Run it</H2> });
    expect(await readLesson({ meta, prose })).toMatchObject({
      headings: [{ id: "run-it", level: 2 }],
      minutes: 1,
    });
  });

  it("fails when a check names a section that is not there", async () => {
    const prose = () => Promise.resolve({ default: () => <p>No heading.</p> });
    await expect(readLesson({ meta, prose })).rejects.toThrow("check named names no section: run-it");
  });
});
