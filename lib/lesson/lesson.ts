import type { MDXContent } from "mdx/types";
import type { ComponentType } from "react";
import type { LessonTerm } from "@/lib/glossary/term";
import type { LabEvent } from "@/lib/lab/schemas";
import type { LessonMeta } from "./meta";

/** A lesson, as the `index.ts` of its folder puts it together. */
export type Lesson = {
  meta: LessonMeta;
  prose: () => Promise<{ default: MDXContent }>;
  /** What the lab shows beside this lesson. */
  demo: () => Promise<{ default: ComponentType }>;
  /** What happened in a recorded run and why, in words, where a lesson can tell it from the events. */
  story?: () => Promise<{ explain: (events: readonly LabEvent[]) => string }>;
  /** The terms of the glossary that the lesson is about. */
  terms?: readonly LessonTerm[];
};
