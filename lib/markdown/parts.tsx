import type { MDXComponents } from "mdx/types";
import { Children, isValidElement, type ReactNode } from "react";
import { compare } from "@/lib/code/compare";
import { shownText } from "@/lib/code/regions";
import type { LessonMeta } from "@/lib/lesson/meta";
import type { CodeProps } from "@/lib/ui/code/code";
import type { CodeDiffProps } from "@/lib/ui/code/code-diff";
import { componentsFor, within } from "@/lib/ui/lesson/components-for";
import { Inline } from "@/lib/ui/lesson/inline";

/** A prediction with its answer: a text has no disclosure to open. */
function Predict({ question, children }: { question: string; children: ReactNode }) {
  return (
    <blockquote>
      <p>
        <strong>Predict.</strong> <Inline text={question} />
      </p>
      <ul>{Children.toArray(children).filter((child) => isValidElement(child) && child.type === Choice)}</ul>
      {Children.toArray(children).filter((child) => isValidElement(child) && child.type === Answer)}
    </blockquote>
  );
}

function Choice({ correct, children }: { correct?: boolean; children: ReactNode }) {
  return (
    <li>
      {children}
      {correct && (
        <>
          {" "}
          <strong>(this one)</strong>
        </>
      )}
    </li>
  );
}

function Answer({ children }: { children: ReactNode }) {
  return (
    <>
      <p>
        <strong>Answer.</strong>
      </p>
      {children}
    </>
  );
}

function Block({ title, language, text }: { title: ReactNode; language: string; text: string }) {
  return (
    <>
      <p>{title}</p>
      <pre>
        <code className={`language-${language}`}>{text}</code>
      </pre>
    </>
  );
}

const regionOf = (region: string | undefined) => (region ? `, region ${region}` : "");
const extensionOf = (file: string) => /\.([a-z]+)$/.exec(file)?.[1] ?? "";

/** The lines that the page shows, under the file's name. */
function Code({ file, source, region }: CodeProps) {
  const title = (
    <>
      <code>{file}</code>
      {regionOf(region)}:
    </>
  );
  return <Block title={title} language={extensionOf(file)} text={shownText(source, file, region)} />;
}

function CodeDiff({ from, to, region }: CodeDiffProps) {
  const lines = {
    before: shownText(from.source, from.file, region).split("\n"),
    after: shownText(to.source, to.file, region).split("\n"),
  };
  const signs = { removed: "-", added: "+", same: " " } as const;
  const text = compare(lines.before.join("\n"), lines.after.join("\n")).flatMap((hunk) =>
    hunk.kind === "folded"
      ? [`  … ${hunk.count} lines unchanged`]
      : hunk.lines.map(
          ({ kind, at }) => `${signs[kind]}${lines[kind === "removed" ? "before" : "after"][at] ?? ""}`,
        ),
  );
  const title = (
    <>
      <code>{from.file}</code> becomes <code>{to.file}</code>
      {regionOf(region)}:
    </>
  );
  return <Block title={title} language="diff" text={text.join("\n")} />;
}

/** The name of the check that proves the claim, where the page has a link with a number. */
function Claim({ meta: { claims, slug }, id }: { meta: LessonMeta; id: string }) {
  const at = claims.findIndex((each) => each.id === id);
  const claim = claims[at];
  if (!claim) throw new Error(`lesson ${slug} declares no claim "${id}"`);
  return (
    <>
      {" "}
      (claim {at + 1}, check <code>{claim.check}</code>)
    </>
  );
}

function Claims({ meta: { claims, checks } }: { meta: LessonMeta }) {
  const title = (id: string) => checks.find((check) => check.id === id)?.title ?? id;
  return (
    <ol>
      {claims.map(({ id, text, check }) => (
        <li key={id}>
          <Inline text={text} /> Check <code>{check}</code>: <Inline text={title(check)} />
        </li>
      ))}
    </ol>
  );
}

/** The list of hints. The solution is a file beside the exercise. */
function Exercise({ meta: { hints } }: { meta: LessonMeta }) {
  return (
    <ol>
      {hints.map(({ title, text }) => (
        <li key={title}>
          <strong>
            <Inline text={title} />.
          </strong>{" "}
          <Inline text={text} />
        </li>
      ))}
    </ol>
  );
}

/** The components for a lesson as text. The others are those of the page itself. */
export function markdownParts(meta: LessonMeta) {
  return {
    ...componentsFor(meta),
    h2: "h2",
    h3: "h3",
    pre: "pre",
    table: "table",
    th: "th",
    Predict,
    Choice,
    Answer,
    Code,
    CodeDiff,
    Exercise: within(meta, Exercise),
    Claim: within(meta, Claim),
    Claims: within(meta, Claims),
  } as const satisfies MDXComponents;
}
