import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { catalog } from "@/content/catalog";
import { measuredResults } from "@/lib/lesson/recorded";
import { RunPage } from "@/lib/ui/results/run-page";

export const dynamicParams = false;

export function generateStaticParams() {
  const measured = catalog.filter(({ meta }) => meta.results !== undefined);
  return measured.flatMap(({ meta: { slug } }) =>
    Object.keys(measuredResults(slug)).map((run) => ({ slug, run })),
  );
}

type Props = PageProps<"/lessons/[slug]/runs/[run]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { run } = await params;
  return { title: `Recorded run ${run}` };
}

export default async function RecordedRunPage({ params }: Props) {
  const { slug, run } = await params;
  const lesson = catalog.find(({ meta }) => meta.slug === slug);
  // A post is rendered also for a run that was not built.
  if (lesson?.meta.results === undefined || !Object.hasOwn(measuredResults(slug), run)) notFound();
  const told = await lesson.story?.();
  return <RunPage meta={lesson.meta} words={lesson.meta.results} name={run} explain={told?.explain} />;
}
