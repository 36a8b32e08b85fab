import type { ElementContent } from "hast";
import { expect, test } from "vitest";
import { sampleLesson } from "@/lib/ui/design/sample-lesson";
import { excerpt, marked } from "./excerpt";
import { lessonEntries } from "./index-entries";
import { indexFile, readIndex } from "./search-index";

const element = (tagName: string, text: string, id?: string): ElementContent => ({
  type: "element",
  tagName,
  properties: id ? { id } : {},
  children: [{ type: "text", value: text }],
});

const prose = [
  element("p", "Tokens age."),
  element("h2", "Run it", "run-it"),
  element("p", "Press the button. (claim 3, check two-tabs)"),
  element("p", "Nothing happens to __Host-silent-refresh."),
  element("h3", "Where the cookie is lost", "where-the-cookie-is-lost"),
  element("p", "In a Server Component."),
];
const entries = lessonEntries(sampleLesson, prose);
const find = readIndex(indexFile(entries));

test("a lesson, its sections and its claims can be found, each with its own address", () => {
  expect(entries.map(({ kind }) => kind)).toEqual([
    "lesson",
    "section",
    "section",
    ...sampleLesson.claims.map(() => "claim"),
  ]);
  expect(entries[1]).toMatchObject({
    title: "Run it",
    href: `/lessons/${sampleLesson.slug}#run-it`,
    text: "Press the button. Nothing happens to __Host-silent-refresh.",
  });
});

test("the beginning of a word, a typing error and a name in code find what they mean", () => {
  const first = (question: string) => find(question)[0]?.title;
  expect(first("cook lost")).toBe("Where the cookie is lost");
  expect(first("compnent")).toBe("Where the cookie is lost");
  expect(first("__Host-silent")).toBe("Run it");
  expect(find("zebra")).toEqual([]);
});

test("where nothing has all the words, what has any of them is found", () => {
  expect(find("button zebra")[0]?.title).toBe("Run it");
});

test("an index that is none is refused", () => {
  expect(() => readIndex("{nope")).toThrow();
});

test("an excerpt begins before the word that matched, and is cut between words", () => {
  const text = `${"before ".repeat(30)}cookie ${"after ".repeat(40)}`.trim();
  const shown = excerpt(text, ["cookie"]);
  expect(shown).toMatch(/^… (before )+cookie (after )+…$/);
  expect(shown.length).toBeLessThan(150);
  expect(excerpt("short", ["zebra"])).toBe("short");
  expect(excerpt(text, [])).toMatch(/^before .*before …$/);
});

test("matched words are marked, whatever letters they are made of", () => {
  expect(marked("a (b) A", ["a", "(b)"])).toEqual([
    { text: "a", matched: true },
    { text: " ", matched: false },
    { text: "(b)", matched: true },
    { text: " ", matched: false },
    { text: "A", matched: true },
  ]);
  expect(marked("plain", [])).toEqual([{ text: "plain", matched: false }]);
});
