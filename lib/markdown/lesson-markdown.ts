import type { ElementContent } from "hast";
import type { LessonSource } from "@/lib/ui/lesson/read-lesson";
import { markdownParts } from "./parts";
import { markdownOf } from "./to-markdown";
import { hastOf } from "./tree-to-hast";

/** A lesson's prose as HTML nodes, from the MDX and the code files of its page. */
export async function lessonHast({ meta, prose }: LessonSource): Promise<ElementContent[]> {
  const { default: content } = await prose();
  return hastOf(content({ components: markdownParts(meta) }));
}

/** A lesson as plain Markdown, code included. */
export async function lessonMarkdown(lesson: LessonSource): Promise<string> {
  const { title, summary } = lesson.meta;
  return `# ${title}\n\n${summary}\n\n${markdownOf(await lessonHast(lesson))}`;
}
