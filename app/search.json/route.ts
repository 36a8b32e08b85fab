import { catalog } from "@/content/catalog";
import { glossary } from "@/content/glossary";
import { lessonHast } from "@/lib/markdown/lesson-markdown";
import { indexFile } from "@/lib/search/build-index";
import { lessonEntries } from "@/lib/search/lesson-entries";
import { termEntry } from "@/lib/search/term-entry";

export const dynamic = "force-static";

/** The search's index: made at build, fetched when somebody opens the search. */
export async function GET() {
  const lessons = await Promise.all(
    catalog.map(async (lesson) => lessonEntries(lesson.meta, await lessonHast(lesson))),
  );
  return new Response(indexFile([...lessons.flat(), ...glossary.map(termEntry)]), {
    headers: { "Content-Type": "application/json" },
  });
}
