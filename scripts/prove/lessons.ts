import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { type LessonMeta, lessonMetaSchema } from "@/lib/lesson/meta";
import type { Mutant, Mutants } from "@/lib/lesson/mutants";
import { ROOT } from "../next";

/** A lesson as the proof sees it: from the disk, so that one which the catalog forgot is proved as well. */
export type ProofLesson = { meta: LessonMeta; mutants: Mutant[]; hasSolution: boolean };

const metaModule = z.object({ default: lessonMetaSchema });
const mutantsModule = z.object({ default: z.custom<Mutants>((value) => value !== undefined) });

const FOLDER = path.join(ROOT, "content", "lessons");

/** Every lesson that has checks, in order. */
export async function proofLessons(): Promise<ProofLesson[]> {
  const slugs = readdirSync(FOLDER).filter((slug) => existsSync(path.join(FOLDER, slug, "meta.ts")));
  const lessons = await Promise.all(slugs.map(readLesson));
  return lessons
    .filter(({ meta }) => meta.checks.length > 0)
    .sort((one, other) => one.meta.order - other.meta.order);
}

async function readLesson(slug: string): Promise<ProofLesson> {
  const file = (name: string) => path.join(FOLDER, slug, name);
  const load = async (name: string): Promise<unknown> => import(pathToFileURL(file(name)).href);
  const { default: meta } = metaModule.parse(await load("meta.ts"));
  const mutants = existsSync(file("mutants.ts"))
    ? mutantsModule.parse(await load("mutants.ts")).default.mutants
    : [];
  return { meta, mutants, hasSolution: existsSync(file("solution.ts")) };
}
