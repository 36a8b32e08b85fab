import { cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import type { Term } from "./term.ts";

type Parent = ReactElement<{ children?: ReactNode }>;
export type MarkedTree = { tree: ReactNode; terms: readonly Term[] };

/** Where prose is prose: not in headings, links, code, tables, questions. */
const prose = new Set<unknown>([Fragment, "p", "ul", "ol", "li", "strong", "em", "blockquote"]);

/**
 * Marks the first time that each term occurs in a lesson's prose, in the very tree that the page renders, at build.
 *
 * @param mark what a term becomes: it gets the words as they stand in the text
 * @returns the tree, and the terms that occur in it
 */
export function markTerms(
  tree: ReactNode,
  terms: readonly Term[],
  mark: (term: Term, words: string) => ReactElement,
): MarkedTree {
  const open = new Set(terms);
  const found: Term[] = [];

  function visit(node: ReactNode): ReactNode {
    if (typeof node === "string") return inText(node);
    if (Array.isArray(node)) return node.map(visit);
    if (!isValidElement<{ children?: ReactNode }>(node) || !prose.has(node.type)) return node;
    return withChildren(node, visit(node.props.children));
  }

  function inText(text: string): ReactNode {
    const next = firstOf(text, open);
    if (!next) return text;
    open.delete(next.term);
    found.push(next.term);
    const after = text.slice(next.at + next.words.length);
    const rest = inText(after);
    return [
      text.slice(0, next.at),
      mark(next.term, next.words),
      ...(Array.isArray(rest) ? rest : [rest]),
    ].filter((part) => part !== "");
  }

  return { tree: visit(tree), terms: found };
}

/** Children as arguments, not as one array: the order is fixed, so none of them needs a key. */
function withChildren(element: Parent, children: ReactNode): ReactNode {
  if (children === undefined || children === element.props.children) return element;
  const list: ReactNode[] = Array.isArray(children) ? children.flat() : [children];
  return cloneElement(element, undefined, ...list);
}

type Occurrence = { term: Term; at: number; words: string };

/** The term that occurs first; of two that begin together, the longer. */
function firstOf(text: string, terms: ReadonlySet<Term>): Occurrence | undefined {
  const occurrences = [...terms].flatMap((term) => {
    const match = patternOf(term).exec(text);
    return match ? [{ term, at: match.index, words: match[0] }] : [];
  });
  return occurrences.sort((a, b) => a.at - b.at || b.words.length - a.words.length)[0];
}

const patterns = new WeakMap<Term, RegExp>();

/** Whole words, in any case. A name in capitals is a name: `JWE` is not found in another case. */
function patternOf(term: Term): RegExp {
  const known = patterns.get(term);
  if (known) return known;
  const forms = [term.term, ...(term.forms ?? [])]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(
    `(?<![\\w-])(?:${forms.join("|")})s?(?![\\w-])`,
    /[a-z]/.test(term.term) ? "i" : "",
  );
  patterns.set(term, pattern);
  return pattern;
}
