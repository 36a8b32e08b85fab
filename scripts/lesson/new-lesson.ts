import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { proofSchema } from "@/lib/lesson/proof";
import { BadInput } from "../fail";
import { ROOT } from "../next";
import { assembleProof, proofText } from "../prove/proof";
import { readLessonFiles } from "./lesson-files";

/** A small lesson that keeps all rules, called `a-new-lesson`. */
const TEMPLATE = path.join(ROOT, "scripts", "lesson", "template");
const LIST = "content/lessons.ts";
const PROOF = "content/instructors/proof.json";

/**
 * Lays a small lesson that passes: its folder, its checks, its line in the list of lessons, and its rows in the table of
 * proofs, which `npm run check:prove` measures.
 *
 * @param root the project's folder, or a copy of it
 * @returns the files that were written or changed, from `root`
 * @throws BadInput for a slug that is none, or that is taken
 */
export async function layLesson(root: string, slug: string): Promise<string[]> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug))
    throw new BadInput(
      `"${slug}" is no slug: write lower-case words with hyphens between, such as remember-me.`,
    );
  const folder = `content/lessons/${slug}`;
  if (existsSync(path.join(root, folder)))
    throw new BadInput(`There is a lesson ${slug} already, in ${folder}: take another slug.`);

  const order = (await ordersIn(root)).reduce((last, each) => Math.max(last, each), -1) + 1;
  const written = readdirSync(TEMPLATE).map((name) => {
    const isSpec = name === "checks.spec.ts";
    const file = isSpec ? `e2e/checks/${slug}.spec.ts` : `${folder}/${name}`;
    const text = filledIn(readFileSync(path.join(TEMPLATE, name), "utf8"), slug, order);
    write(root, file, isSpec ? inChecks(text, slug) : text);
    return file;
  });
  write(root, LIST, withLine(readFileSync(path.join(root, LIST), "utf8"), slug));
  write(root, PROOF, await withProof(root, slug));
  return [...written, LIST, PROOF];
}

async function ordersIn(root: string): Promise<number[]> {
  const folder = path.join(root, "content", "lessons");
  const slugs = readdirSync(folder).filter((slug) => existsSync(path.join(folder, slug, "meta.ts")));
  const lessons = await Promise.all(slugs.map((slug) => readLessonFiles(root, slug)));
  return lessons.map(({ meta }) => meta.order);
}

function filledIn(text: string, slug: string, order: number): string {
  const words = slug.replaceAll("-", " ");
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return text
    .replaceAll("a-new-lesson", slug)
    .replaceAll("A new lesson", title)
    .replace("order: 99", `order: ${order}`);
}

/** The template's checks import from where the template lies. */
function inChecks(text: string, slug: string): string {
  const besideOthers = text
    .replace(/import meta from .*\n/, "")
    .replaceAll("../../../e2e/fixtures/", "../fixtures/");
  return `import meta from "@/content/lessons/${slug}/meta";\n${besideOthers}`;
}

/** The list with one line more, in the alphabet's order. */
function withLine(list: string, slug: string): string {
  const lines = list.trimEnd().split("\n");
  const [comment = "", ...exports] = lines;
  return [
    comment,
    ...[...exports, `export { lesson as "${slug}" } from "./lessons/${slug}";`].sort(),
    "",
  ].join("\n");
}

/** The table of proofs with the new lesson's rows: its checks are green on the site, and red on their mutants. */
async function withProof(root: string, slug: string): Promise<string> {
  const { lessons, version } = proofSchema.parse(JSON.parse(readFileSync(path.join(root, PROOF), "utf8")));
  const { meta, mutants } = await readLessonFiles(root, slug);
  const cell = { lesson: slug, condition: null };
  const expected = [
    ...meta.checks.map(({ id }) => ({ ...cell, check: id, variant: null, outcome: "green" as const })),
    ...mutants.flatMap(({ name, killedBy }) =>
      killedBy.map((check) => ({ ...cell, check, variant: name, outcome: "red" as const })),
    ),
  ];
  const added = assembleProof([{ meta, mutants: [...mutants], hasSolution: false }], expected);
  return proofText({ version, lessons: [...lessons, ...added.lessons] });
}

function write(root: string, file: string, text: string): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
