import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { catalog } from "@/content/catalog";
import { glossary } from "@/content/glossary";
import { previewCard, sharedPreview } from "@/content/site/preview-cards";
import { LessonLayout } from "@/lib/ui/lesson/lesson-layout";
import { readLesson } from "@/lib/ui/lesson/read-lesson";

export const dynamicParams = false;

export function generateStaticParams() {
  return catalog.map(({ meta }) => ({ slug: meta.slug }));
}

async function lessonOf({ params }: PageProps<"/lessons/[slug]">) {
  const { slug } = await params;
  return catalog.find(({ meta }) => meta.slug === slug) ?? notFound();
}

export async function generateMetadata(props: PageProps<"/lessons/[slug]">): Promise<Metadata> {
  const { meta } = await lessonOf(props);
  return {
    title: meta.title,
    description: meta.summary,
    openGraph: { ...sharedPreview, type: "article", images: [previewCard(meta.slug)] },
  };
}

export default async function LessonPage(props: PageProps<"/lessons/[slug]">) {
  const lesson = await lessonOf(props);
  const demo = await lesson.demo();
  return (
    <>
      {/* Not in the metadata, where Next would make an address of it for which it has no host. */}
      <link rel="alternate" type="text/markdown" href={`/lessons/${lesson.meta.slug}.md`} />
      <LessonLayout
        lesson={await readLesson(lesson, glossary)}
        lessons={catalog.map(({ meta }) => meta)}
        lab={<demo.default />}
      />
    </>
  );
}
