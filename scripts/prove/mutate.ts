import path from "node:path";
import type { Mutant } from "@/lib/lesson/mutants";
import { applyEdit } from "./edits";
import type { ProofLesson } from "./lessons";

export const BACKEND = "mock-backend";

/** The variant that a mutant is made of: its lesson and its file, from the project's root. */
export type Origin = { lesson: string; variant: string; file: string };

/** @throws Error when there is no such variant */
export function originOf(mutant: Mutant, owner: string, lessons: readonly ProofLesson[]): Origin | null {
  if (mutant.of === "backend") return null;
  const { lesson: slug = owner, variant: name } = mutant.of;
  const lesson = lessons.find(({ meta }) => meta.slug === slug);
  const variant = lesson?.meta.variants.find((each) => each.name === name);
  if (variant === undefined) throw new Error(`mutant ${mutant.name}: ${slug} has no variant ${name}`);
  return { lesson: slug, variant: name, file: path.posix.join("content/lessons", slug, variant.file) };
}

/**
 * The files that a mutant changes, with their new text, by their path from the project's root.
 *
 * @param read gives a file's text
 * @throws StaleEdit when an edit no longer fits
 */
export function mutatedFiles(
  mutant: Mutant,
  origin: Origin | null,
  read: (file: string) => string,
): Map<string, string> {
  const changed = new Map<string, string>();
  for (const edit of mutant.edits) {
    const file = targetOf(edit.file, origin);
    const text = changed.get(file) ?? read(file);
    changed.set(file, applyEdit(text, edit, `mutant ${mutant.name} in ${file}`));
  }
  return changed;
}

/** True for what all variants share: such an edit is made in the site itself. */
export function isShared(file: string, origin: Origin): boolean {
  return path.posix.dirname(file) !== path.posix.dirname(origin.file);
}

function targetOf(file: string | undefined, origin: Origin | null): string {
  if (file?.startsWith("/")) return file.slice(1);
  if (origin === null) return path.posix.join(BACKEND, file ?? "");
  return file === undefined ? origin.file : path.posix.join(path.posix.dirname(origin.file), file);
}
