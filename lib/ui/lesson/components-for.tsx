import type { MDXComponents } from "mdx/types";
import type { ReactNode } from "react";
import type { LessonMeta } from "@/lib/lesson/meta";
import type { Vocabulary } from "@/lib/lesson/outline";
import { Code, type CodeProps } from "@/lib/ui/code/code";
import { CodeDiff, type CodeDiffProps } from "@/lib/ui/code/code-diff";
import { Results } from "@/lib/ui/results/results";
import { Token } from "@/lib/ui/token";
import { Claim, Claims } from "./claims";
import { Exercise } from "./exercise";
import { Rfc, Thread } from "./links";
import { Missions } from "./missions";
import { Note } from "./note";
import { Answer, Choice, Predict } from "./predict";
import { H2, H3, Pre, Table, Th } from "./prose";
import { Sources } from "./sources";
import { Variants } from "./variants";

/** The components that any MDX file can use without importing them. */
export const proseComponents = {
  h2: H2,
  h3: H3,
  pre: Pre,
  table: Table,
  th: Th,
  Token,
  Rfc,
  Thread,
  Note,
  Predict,
  Choice,
  Answer,
} satisfies MDXComponents;

/** Binds a component to the metadata of its lesson. */
export function within<Props extends { meta: LessonMeta }>(
  meta: LessonMeta,
  part: (props: Props) => ReactNode,
) {
  return (props: Omit<Props, "meta">) => part({ ...props, meta } as Props);
}

/** Resolves a path from MDX, relative to the lesson's folder or, with a leading slash, to the project's root. */
function fromRoot(meta: LessonMeta, file: string): string {
  return file.startsWith("/") ? file.slice(1) : `content/lessons/${meta.slug}/${file.replace(/^\.\//, "")}`;
}

function LessonCode({ meta, ...props }: CodeProps & { meta: LessonMeta }) {
  return <Code {...props} shown={props.file} file={fromRoot(meta, props.file)} />;
}

function LessonCodeDiff({ meta, from, to, ...rest }: Omit<CodeDiffProps, "shown"> & { meta: LessonMeta }) {
  return (
    <CodeDiff
      {...rest}
      from={{ ...from, file: fromRoot(meta, from.file) }}
      to={{ ...to, file: fromRoot(meta, to.file) }}
      shown={{ from: from.file, to: to.file }}
    />
  );
}

/** The components of a lesson's MDX: those for prose, and those that read the lesson's metadata. */
export function componentsFor(meta: LessonMeta) {
  return {
    ...proseComponents,
    Code: within(meta, LessonCode),
    CodeDiff: within(meta, LessonCodeDiff),
    Claim: within(meta, Claim),
    Claims: within(meta, Claims),
    Variants: within(meta, Variants),
    Results: within(meta, Results),
    Missions: within(meta, Missions),
    Exercise: within(meta, Exercise),
    Sources: within(meta, Sources),
  } satisfies MDXComponents;
}

/** The components from which a lesson's outline is read. */
export function vocabularyOf({ h2, h3, pre, Code, CodeDiff }: ReturnType<typeof componentsFor>): Vocabulary {
  return { h2, h3, code: [pre, Code, CodeDiff] };
}
