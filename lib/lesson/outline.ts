import { Children, isValidElement, type ReactNode } from "react";

export type Heading = { id: string; level: 2 | 3; label: ReactNode; text: string };
export type Outline = { headings: Heading[]; words: number; codeBlocks: number };

/** The components that mean a heading or a block of code in a lesson's tree. */
export type Vocabulary = { h2: unknown; h3: unknown; code: readonly unknown[] };

type Props = { id?: unknown; children?: ReactNode; question?: unknown };

function textOf(node: ReactNode): string {
  let text = "";
  Children.forEach(node, (child) => {
    if (typeof child === "string" || typeof child === "number") text += child;
    else if (isValidElement<Props>(child)) text += textOf(child.props.children);
  });
  return text;
}

const countWords = (text: string) => text.split(/\s+/).filter((word) => /\w/.test(word)).length;

/** Reads a lesson's headings and length at build, from the tree that the page renders. */
export function outlineOf(tree: ReactNode, vocabulary: Vocabulary): Outline {
  const outline: Outline = { headings: [], words: 0, codeBlocks: 0 };
  const visit = (node: ReactNode) => {
    Children.forEach(node, (child) => {
      if (typeof child === "string") outline.words += countWords(child);
      if (!isValidElement<Props>(child)) return;
      const { type, props } = child;
      if (vocabulary.code.some((component) => component === type)) {
        outline.codeBlocks += 1;
        return;
      }
      if ((type === vocabulary.h2 || type === vocabulary.h3) && typeof props.id === "string") {
        const level = type === vocabulary.h2 ? 2 : 3;
        outline.headings.push({ id: props.id, level, label: props.children, text: textOf(props.children) });
      }
      if (typeof props.question === "string") outline.words += countWords(props.question);
      visit(props.children);
    });
  };
  visit(tree);
  return outline;
}

const wordsPerMinute = 200;
const minutesPerCodeBlock = 0.25;

/** The reading time in minutes, at least one: the words, and a quarter of a minute for each block of code. */
export function readingMinutes({ words, codeBlocks }: Pick<Outline, "words" | "codeBlocks">): number {
  return Math.max(1, Math.round(words / wordsPerMinute + codeBlocks * minutesPerCodeBlock));
}
