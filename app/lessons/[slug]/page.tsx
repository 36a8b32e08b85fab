import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { catalog } from "@/content/catalog";
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
  return { title: meta.title, description: meta.summary };
}

export default async function LessonPage(props: PageProps<"/lessons/[slug]">) {
  const lesson = await lessonOf(props);
  const demo = await lesson.demo?.();
  return (
    <LessonLayout
      lesson={await readLesson(lesson)}
      lessons={catalog.map(({ meta }) => meta)}
      lab={demo && <demo.default />}
    />
  );
}
