import meta from "@/content/lessons/server-action-protection/meta";

/** A variant of lesson 3: a module that exports all of its Server Actions. */
export type ActionsVariant = { name: string; module: string };

export const ACTIONS_FOLDER = "content/lab/actions";

/** The parameters are written out, so that whatever else was posted does not reach the variant. */
type Group = { folder: string; map: string; imports: string; actions: Readonly<Record<string, string>> };

/** Two groups, since a page's script names the ids of all actions that it imports: the notes page has no `setRole`. */
const groups: readonly Group[] = [
  {
    folder: "notes",
    map: "noteActions",
    imports: "",
    actions: { deleteNote: "id: string", deleteNotes: "ids: string[]" },
  },
  {
    folder: "roles",
    map: "roleActions",
    imports: 'import type { Role } from "@/lib/backend/users";\n',
    actions: { setRole: "userId: string, role: Role" },
  },
];

/** The lesson's own variants. */
export const ownActions: readonly ActionsVariant[] = meta.variants.map(({ name, file }) => ({
  name,
  module: `@/content/lessons/${meta.slug}/${file.replace(/\.ts$/, "")}`,
}));

/**
 * What mounts Server Actions in the app, by file from the project's root: a wrapper of each variant and group, which runs
 * the action in the caller's lab, and the table from which a form takes the chosen one. Next makes an endpoint of a
 * function that it finds in a file, so there is a file for each.
 */
export function actionModules(variants: readonly ActionsVariant[]): Map<string, string> {
  return new Map(
    groups.flatMap((group) => [
      ...variants.map((variant): [string, string] => [
        `${ACTIONS_FOLDER}/${group.folder}/${variant.name}.ts`,
        wrapperText(group, variant),
      ]),
      [`${ACTIONS_FOLDER}/${kebab(group.map)}.ts`, tableText(group, variants)],
    ]),
  );
}

const written = "// Written by `node --import tsx scripts/write-action-modules.ts`.\n";

function wrapperText({ imports, actions }: Group, { name, module }: ActionsVariant): string {
  const functions = Object.entries(actions).map(([action, parameters]) => {
    const given = parameters.replaceAll(/: [^,]*/g, "");
    return `
export async function ${action}(${parameters}): Promise<ActionAnswer> {
  return inAction("${name}", "${action}", [${given}], () => actions.${action}(${given}));
}
`;
  });
  return `"use server";

${written}import { inAction } from "@/content/lab/in-action";
import * as actions from "${module}";
import type { ActionAnswer } from "@/content/notes-app/pieces";
${imports}${functions.join("")}`;
}

function tableText({ folder, map, actions }: Group, variants: readonly ActionsVariant[]): string {
  const sorted = variants.toSorted((one, other) => one.name.localeCompare(other.name, "en"));
  const imports = sorted.map(
    ({ name }) => `import * as ${camel(name)} from "@/${ACTIONS_FOLDER}/${folder}/${name}";\n`,
  );
  const entries = variants.map(({ name }) =>
    camel(name) === name ? `  ${name},\n` : `  "${name}": ${camel(name)},\n`,
  );
  const names = Object.keys(actions).map((action) => `"${action}"`);
  return `${written}${imports.join("")}import type { ActionsPiece } from "@/content/notes-app/pieces";
import type { ActionsName } from "@/content/variants";

/** In a browser these are references, an id each: calling one is a POST. */
export const ${map}: Record<ActionsName, Pick<ActionsPiece, ${names.join(" | ")}>> = {
${entries.join("")}};
`;
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const camel = (name: string) => name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
