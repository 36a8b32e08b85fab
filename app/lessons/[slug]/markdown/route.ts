import { catalog } from "@/content/catalog";
import { lessonMarkdown } from "@/lib/markdown/lesson-markdown";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return catalog.map(({ meta }) => ({ slug: meta.slug }));
}

/** `/lessons/<slug>.md` (next.config.ts): the lesson as a text. */
export async function GET(_: Request, { params }: RouteContext<"/lessons/[slug]/markdown">) {
  const { slug } = await params;
  const lesson = catalog.find(({ meta }) => meta.slug === slug);
  if (!lesson) return new Response(null, { status: 404 });
  return new Response(await lessonMarkdown(lesson), {
    headers: { "Content-Type": "text/markdown; charset=utf-8" },
  });
}
