import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { actionModules, ownActions } from "../action-modules";
import { ROOT } from "../next";
import { applyEdit } from "./edits";
import type { ProofLesson } from "./lessons";
import { isShared, mutatedFiles, originOf } from "./mutate";
import { copySite } from "./site-copy";
import { type Addition, exportedPiece, UNDER_PROOF, underProofText } from "./under-proof";

/** The folder of everything that the proof makes. git ignores it, and so do the tools that read sources. */
export const PROOF_DIR = path.join(ROOT, ".proof");
/** A copy of the site that has the solutions and the mutants as further variants. The site itself has none of them. */
export const SITE = path.join(PROOF_DIR, "site");

/** Writes the copy anew. @throws StaleEdit for a mutant that no longer fits */
export function writeProofSite(lessons: readonly ProofLesson[]): void {
  copySite(SITE);
  // A mutant may well be wrong for the compiler, too. The solutions' types are checked where they are written.
  change("next.config.ts", {
    find: "  poweredByHeader: false,\n",
    replace: "  poweredByHeader: false,\n  typescript: { ignoreBuildErrors: true },\n",
  });
  const additions = lessons.flatMap((lesson) => [
    ...solutionOf(lesson),
    ...lesson.mutants.flatMap((mutant) => mutantOf(mutant, lesson, lessons)),
  ]);
  write(UNDER_PROOF, underProofText(additions));
  const actions = additions.filter(({ piece }) => piece === null);
  for (const [file, text] of actionModules([...ownActions, ...actions])) write(file, text);
}

function solutionOf({ meta, hasSolution }: ProofLesson): Addition[] {
  if (!hasSolution) return [];
  const file = `content/lessons/${meta.slug}/solution.ts`;
  return [addition(meta.slug, "solution", file)];
}

/** Beside the lesson's variants, a folder of the mutant's own with all that they import from one another. */
function mutantOf(
  mutant: ProofLesson["mutants"][number],
  owner: ProofLesson,
  lessons: readonly ProofLesson[],
) {
  const origin = originOf(mutant, owner.meta.slug, lessons);
  if (origin === null) return [];
  const beside = path.posix.dirname(origin.file);
  const folder = path.posix.join(path.posix.dirname(beside), "proof", mutant.name);
  const place = (file: string) => path.posix.join(folder, path.posix.basename(file));
  const changed = mutatedFiles(mutant, origin, read);
  for (const name of readdirSync(path.join(SITE, beside))) {
    const file = path.posix.join(beside, name);
    write(place(file), withOwnStores(changed.get(file) ?? read(file), mutant.name));
  }
  for (const [file, text] of changed) if (isShared(file, origin)) write(file, text);
  return [addition(origin.lesson, mutant.name, place(origin.file))];
}

function addition(lesson: string, name: string, file: string): Addition {
  const text = read(file);
  const isActions = text.startsWith('"use server"');
  const module = `@/${file.replace(/\.ts$/, "")}`;
  return { lesson, name, module, piece: isActions ? null : exportedPiece(text, file) };
}

/** What a variant keeps in the process, by a symbol or by a store's name, must not be shared with its mutants. */
function withOwnStores(text: string, owner: string): string {
  return text.replaceAll(
    /\b(Symbol\.for|(?:sharedStore|appMemory)(?:<[^()]*>)?)\("([^"]+)"/g,
    `$1("$2 of ${owner}"`,
  );
}

function change(file: string, edit: { find: string; replace: string }): void {
  write(file, applyEdit(read(file), edit, file));
}

/** A file of the copy as it stands: several mutants may change the same shared file. */
function read(file: string): string {
  return readFileSync(path.join(SITE, file), "utf8");
}

function write(file: string, text: string): void {
  const target = path.join(SITE, file);
  if (!existsSync(path.dirname(target))) mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
