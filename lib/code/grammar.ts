import bash from "shiki/langs/bash.mjs";
import json from "shiki/langs/json.mjs";
import tsx from "shiki/langs/tsx.mjs";
import typescript from "shiki/langs/typescript.mjs";
import yaml from "shiki/langs/yaml.mjs";

export const grammars = [typescript, tsx, json, bash, yaml];

export type Language = "typescript" | "tsx" | "json" | "bash" | "yaml" | "text";

const languages: Record<string, Language> = {
  ts: "typescript",
  typescript: "typescript",
  js: "typescript",
  mjs: "typescript",
  tsx: "tsx",
  jsx: "tsx",
  json: "json",
  bash: "bash",
  sh: "bash",
  shell: "bash",
  yml: "yaml",
  yaml: "yaml",
  conf: "text",
  text: "text",
  txt: "text",
  http: "text",
};

/**
 * The grammar for a file's extension or a fence's word; no word means plain text.
 *
 * @throws Error for a word that has no grammar here: a misspelt fence would silently lose its marks
 */
export function languageOf(extension: string | undefined): Language {
  if (extension === undefined || extension === "") return "text";
  const language = languages[extension];
  if (!language)
    throw new Error(`no grammar for "${extension}": use one of ${Object.keys(languages).join(", ")}`);
  return language;
}
