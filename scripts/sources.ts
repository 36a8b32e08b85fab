import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** The sources of a build. Tests, scripts and documents do not change it. */
const FOLDERS = ["app", "content", "lib", "mock-backend", "public"];
const ROOT_FILES = /^(package-lock\.json|tsconfig\.json|[\w.-]+\.(ts|tsx|mjs))$/;
const IGNORED = /\.test\.tsx?$|^next-env\.d\.ts$|\.config\.ts$/;

/** A hash over every file that goes into a build: names and contents, in a fixed order. */
export function hashSources(root: string): string {
  const hash = createHash("sha256");
  for (const file of sourceFiles(root)) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function sourceFiles(root: string): string[] {
  const inRoot = readdirSync(root).filter((name) => ROOT_FILES.test(name) && isSource(name));
  const inFolders = FOLDERS.flatMap((folder) => walk(path.join(root, folder)));
  return [...inRoot.map((name) => path.join(root, name)), ...inFolders].sort();
}

function isSource(name: string): boolean {
  return name === "next.config.ts" || !IGNORED.test(name);
}

function walk(directory: string): string[] {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(directory, entry.name);
    if (entry.isDirectory()) return walk(file);
    return isSource(entry.name) ? [file] : [];
  });
}
