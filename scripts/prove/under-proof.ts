import { applyEdit } from "./edits";

/** One more variant of a lesson, in the copy of the site. */
export type Addition = {
  lesson: string;
  name: string;
  module: string;
  /** The module that it was made from, or stands in for. */
  likeModule: string;
  /** The name of the piece that the module exports; null for a module of Server Actions. */
  piece: string | null;
};

const FOLDER = "content/under-proof";

/** @throws Error unless the module exports one piece */
export function exportedPiece(text: string, file: string): string {
  const found = [...text.matchAll(/^export const (\w+): \w*Piece\b/gm)].map(([, name = ""]) => name);
  const [name] = found;
  if (name === undefined || found.length > 1)
    throw new Error(`${file} must export one piece, not ${found.length}`);
  return name;
}

/**
 * What stands in the copy in place of the modules that are empty in the site, by file.
 *
 * @param actionFolders the folders of `content/lab/actions`, such as `notes`
 */
export function moduleTexts(
  additions: readonly Addition[],
  actionFolders: readonly string[],
): Map<string, string> {
  const actions = additions.filter(({ piece }) => piece === null).map(({ name }) => name);
  const texts = new Map([[`${FOLDER}/pieces.ts`, piecesText(additions, actions)]]);
  for (const folder of actionFolders) {
    const kind = folder.replace(/s$/, "");
    const imports = actions.map(
      (name, at) => `import * as a${at} from "@/content/lab/actions/${folder}/${name}";\n`,
    );
    const entries = actions.map((name, at) => `  ${JSON.stringify(name)}: a${at},\n`);
    const text = `${imports.join("")}export const ${kind}ActionsUnderProof = {\n${entries.join("")}};\n`;
    texts.set(`${FOLDER}/${kind}-actions.ts`, text);
  }
  return texts;
}

function piecesText(additions: readonly Addition[], actions: readonly string[]): string {
  const pieces = additions.filter(({ piece }) => piece !== null);
  const imports = pieces.map(({ piece, module }, at) => `import { ${piece} as p${at} } from "${module}";\n`);
  const lessons = [...new Set(pieces.map(({ lesson }) => lesson))].map((lesson) => {
    const entries = pieces.flatMap((each, at) =>
      each.lesson === lesson ? [`    ${JSON.stringify(each.name)}: p${at},\n`] : [],
    );
    return `  ${JSON.stringify(lesson)}: {\n${entries.join("")}  },\n`;
  });
  return `${imports.join("")}export const underProof = {\n${lessons.join("")}};\nexport const actionsUnderProof = ${JSON.stringify(actions)};\n`;
}

/** A model's wrapper around its Server Actions, for others. @throws StaleEdit when the model is no such wrapper */
export function wrapperText(
  model: string,
  { name, module, likeModule }: Pick<Addition, "name" | "module" | "likeModule">,
): string {
  const imported = applyEdit(
    model,
    { find: `"${likeModule}"`, replace: `"${module}"` },
    `wrapper of ${name}`,
  );
  return imported.replaceAll(/inAction\("[^"]*"/g, `inAction("${name}"`);
}
