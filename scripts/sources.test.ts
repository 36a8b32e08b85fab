import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { hashSources } from "./sources";

let root = "";

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "silent-refresh-sources-"));
  write("app/page.tsx", "a");
  write("package-lock.json", "{}");
});

describe("the hash of the sources changes with", () => {
  it.each([
    "app/page.tsx",
    "content/lessons/start/lesson.mdx",
    "lib/env.ts",
    "mock-backend/app.ts",
    "proxy.ts",
    "next.config.ts",
    "package-lock.json",
  ])("%s", (file) => {
    const before = hashSources(root);
    write(file, "changed");
    expect(hashSources(root)).not.toBe(before);
  });

  it("a file's name", () => {
    const before = hashSources(root);
    renameSync(path.join(root, "app/page.tsx"), path.join(root, "app/layout.tsx"));
    expect(hashSources(root)).not.toBe(before);
  });
});

it.each(["lib/env.test.ts", "README.md", "e2e/site/a.spec.ts", "scripts/start.ts", "playwright.config.ts"])(
  "does not change with %s, which no build contains",
  (file) => {
    const before = hashSources(root);
    write(file, "changed");
    expect(hashSources(root)).toBe(before);
  },
);
