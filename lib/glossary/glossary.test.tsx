import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { glossary } from "@/content/glossary";
import { markTerms } from "./mark-terms";
import { defineGlossary } from "./term";

const Question = ({ children }: { children: string }) => <div>{children}</div>;
const lesson = { href: "/lessons/start", title: "Start" };
const terms = defineGlossary([
  { id: "token", term: "token", text: "A token.", lesson },
  { id: "access-token", term: "access token", text: "An access token.", lesson },
  { id: "jwe", term: "JWE", text: "Encrypted.", lesson },
  { id: "family", term: "token family", forms: ["family"], text: "All of them.", lesson },
]);
const marked = (tree: React.ReactNode) => {
  const { tree: result, terms: found } = markTerms(tree, terms, ({ id }, words) => <a href={id}>{words}</a>);
  return { html: renderToStaticMarkup(result), found: found.map(({ id }) => id) };
};

test("the first occurrence of each term is marked, and the longest of those that begin together", () => {
  expect(
    marked(
      <p>
        The access tokens of a <strong>family</strong>, a token, and an access token.
      </p>,
    ),
  ).toEqual({
    html: '<p>The <a href="access-token">access tokens</a> of a <strong><a href="family">family</a></strong>, a <a href="token">token</a>, and an access token.</p>',
    found: ["access-token", "family", "token"],
  });
});

test("a part of a word is no term, and a name in capitals is found in capitals only", () => {
  expect(marked(<p>tokenize, re-token, jwe</p>).found).toEqual([]);
  expect(marked(<p>Token and JWEs</p>).found).toEqual(["token", "jwe"]);
});

test("headings, links, code and questions keep their words", () => {
  const tree = (
    <>
      <h2>token</h2>
      <p>
        <code>token</code> <a href="/">token</a>
      </p>
      <Question>token</Question>
    </>
  );
  expect(marked(tree).found).toEqual([]);
});

test("marking adds no list that would need keys", () => {
  const complaints = vi.spyOn(console, "error");
  marked(
    <>
      <p>One token here.</p>
      <p>
        One <em>JWE</em> there.
      </p>
    </>,
  );
  expect(complaints).not.toHaveBeenCalled();
});

test("a word cannot mean two things", () => {
  const term = { id: "a", term: "token", text: "A.", lesson };
  expect(() => defineGlossary([term, { ...term, id: "b" }])).toThrow(/twice/);
});

test("the site's glossary has the design's words, and no user's name among them", () => {
  const words = glossary
    .flatMap(({ term, forms = [] }) => [term, ...forms])
    .map((word) => word.toLowerCase());
  expect(words).toEqual(expect.arrayContaining(["access token", "grace window", "route handler", "lab"]));
  for (const name of ["ada", "grace", "linus"]) expect(words).not.toContain(name);
});
