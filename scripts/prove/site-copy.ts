import { cpSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../next";

const FOLDERS = ["app", "content", "lib", "mock-backend"];
const FILES = [
  "instrumentation.ts",
  "mdx-components.tsx",
  "next.config.ts",
  "proxy.ts",
  "tsconfig.json",
  "types.d.ts",
];
/** Of the pages about the app under study, which no check opens, those that cost a build its time. */
const LEFT_OUT = [
  "design",
  "glossary",
  "inspector",
  "instructors",
  "lessons",
  "llms.txt",
  "og",
  "search.json",
];
/** Found by their path, and not as a package. */
const FONTS = "node_modules/@fontsource-variable";

/**
 * Writes a copy of the site's sources, and leaves a build that it has alone. Inside the project, without a lock file and
 * packages of its own, so that Next finds the project's further up.
 *
 * @param to the copy's folder
 */
export function copySite(to: string): void {
  mkdirSync(to, { recursive: true });
  for (const folder of FOLDERS) {
    rmSync(path.join(to, folder), { recursive: true, force: true });
    copyFolder(folder, to);
  }
  for (const left of LEFT_OUT) rmSync(path.join(to, "app", left), { recursive: true, force: true });
  for (const file of FILES) cpSync(path.join(ROOT, file), path.join(to, file));
  cpSync(path.join(ROOT, FONTS), path.join(to, FONTS), { recursive: true });
}

/**
 * Copies a folder without its tests.
 *
 * @param to a folder that stands for the project's root
 * @param keep tests that are wanted all the same
 */
export function copyFolder(folder: string, to: string, keep: (file: string) => boolean = () => false): void {
  cpSync(path.join(ROOT, folder), path.join(to, folder), {
    recursive: true,
    filter: (file) => !/\.test\.tsx?$/.test(file) || keep(file),
  });
}
