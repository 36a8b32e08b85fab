import { cloneElement, Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import type { Term } from "./term.ts";

type Parent = ReactElement<{ children?: ReactNode }>;
export type MarkedTree = { tree: ReactNode; terms: readonly Term[] };

/** Elements whose text is marked; headings, links, code, tables and questions are not. */
const prose = new Set<unknown>([Fragment, "p", "ul", "ol", "li", "strong", "em", "blockquote"]);

/**
 * Marks the first occurrence of each term in a lesson's prose. It works at build, on the tree that the page renders.
 *
 * @param mark makes the element for a term; it gets the words as they stand in the text
 * @returns the marked tree, and the terms that occur in it
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

/** Passes children as arguments and not as one array, so that React wants no keys. */
function withChildren(element: Parent, children: ReactNode): ReactNode {
  if (children === undefined || children === element.props.children) return element;
  const list: ReactNode[] = Array.isArray(children) ? children.flat() : [children];
  return cloneElement(element, undefined, ...list);
}

type Occurrence = { term: Term; at: number; words: string };

/** The first term in a text; of two that begin at the same place, the longer. */
function firstOf(text: string, terms: ReadonlySet<Term>): Occurrence | undefined {
  const occurrences = [...terms].flatMap((term) => {
    const match = patternOf(term).exec(text);
    return match ? [{ term, at: match.index, words: match[0] }] : [];
  });
  return occurrences.sort((a, b) => a.at - b.at || b.words.length - a.words.length)[0];
}

const patterns = new WeakMap<Term, RegExp>();

/** Matches whole words in any case. A term in capitals is a name and matches in capitals only: `JWE`. */
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
