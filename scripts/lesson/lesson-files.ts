import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { LessonTerm } from "@/lib/glossary/term";
import type { LessonMeta } from "@/lib/lesson/meta";
import { lessonMetaSchema } from "@/lib/lesson/meta";
import type { Mutant, Mutants } from "@/lib/lesson/mutants";

/** A lesson as it lies on the disk. A file that is missing is an empty text. */
export type LessonFiles = {
  /** The folder's name. */
  slug: string;
  meta: LessonMeta;
  mutants: readonly Mutant[];
  terms: readonly LessonTerm[];
  prose: string;
  starter: string;
  /** The lesson's checks, `e2e/checks/<slug>.spec.ts`. */
  spec: string;
  /** The lesson's scenarios, of which its spec makes checks. */
  scenarios: string;
  /** True for a file that the lesson's folder has. */
  has: (file: string) => boolean;
  /** The two lists outside: of all lessons, and of the lessons that have a piece. */
  lists: { lessons: string; pieces: string };
};

const metaModule = z.object({ default: lessonMetaSchema });
const mutantsModule = z.object({ default: z.custom<Mutants>((value) => value !== undefined) });
const termsModule = z.object({ terms: z.custom<readonly LessonTerm[]>(Array.isArray) });

/** @param root the project's folder, or a copy of it */
export async function readLessonFiles(root: string, slug: string): Promise<LessonFiles> {
  const folder = path.join(root, "content", "lessons", slug);
  const has = (file: string) => existsSync(path.join(folder, file));
  const text = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "");
  const load = (file: string): Promise<unknown> => import(pathToFileURL(path.join(folder, file)).href);
  return {
    slug,
    meta: metaModule.parse(await load("meta.ts")).default,
    mutants: has("mutants.ts") ? mutantsModule.parse(await load("mutants.ts")).default.mutants : [],
    terms: has("terms.ts") ? termsModule.parse(await load("terms.ts")).terms : [],
    prose: text(path.join(folder, "lesson.mdx")),
    starter: text(path.join(folder, "exercise.ts")),
    spec: text(path.join(root, "e2e", "checks", `${slug}.spec.ts`)),
    scenarios: text(path.join(folder, "scenarios.ts")),
    has,
    lists: {
      lessons: text(path.join(root, "content", "lessons.ts")),
      pieces: text(path.join(root, "content", "lesson-pieces.ts")),
    },
  };
}
