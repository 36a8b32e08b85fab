import { catalog } from "@/content/catalog";
import { glossary } from "@/content/glossary";
import { lessonHast } from "@/lib/markdown/lesson-markdown";
import { lessonEntries, termEntry } from "@/lib/search/index-entries";
import { indexFile } from "@/lib/search/search-index";

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
