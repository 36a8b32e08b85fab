/** One more variant of a lesson, in the copy of the site. */
export type Addition = {
  lesson: string;
  name: string;
  module: string;
  /** The name of the piece that the module exports; null for a module of Server Actions. */
  piece: string | null;
};

/** The module that the copy has instead of the site's. */
export const UNDER_PROOF = "content/under-proof.ts";

/** @throws Error unless the module exports one piece */
export function exportedPiece(text: string, file: string): string {
  const found = [...text.matchAll(/^export const (\w+): \w*Piece\b/gm)].map(([, name = ""]) => name);
  const [name] = found;
  if (name === undefined || found.length > 1)
    throw new Error(`${file} must export one piece, not ${found.length}`);
  return name;
}

/**
 * What stands in the copy in place of `content/under-proof.ts`, which is empty in the site. A variant that is a module of
 * Server Actions has an entry without anything in it: its actions are mounted by wrappers.
 */
export function underProofText(additions: readonly Addition[]): string {
  const entryOf = ({ name, piece }: Addition, at: number) =>
    `    ${JSON.stringify(name)}: ${piece === null ? "{}" : `p${at}`},\n`;
  const imports = additions.flatMap(({ piece, module }, at) =>
    piece === null ? [] : [`import { ${piece} as p${at} } from "${module}";\n`],
  );
  const lessons = [...new Set(additions.map(({ lesson }) => lesson))].map((lesson) => {
    const entries = additions.flatMap((each, at) => (each.lesson === lesson ? [entryOf(each, at)] : []));
    return `  ${JSON.stringify(lesson)}: {\n${entries.join("")}  },\n`;
  });
  return `${imports.join("")}export const underProof = {\n${lessons.join("")}};\n`;
}
