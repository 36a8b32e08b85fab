import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { ROOT } from "./next";

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const readme = read("README.md");
const manifest = z
  .object({
    scripts: z.record(z.string(), z.string()),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read("package.json")));

const dependencies = { ...manifest.dependencies, ...manifest.devDependencies };

it.each(Object.keys(manifest.scripts))("README says what `npm run %s` does", (script) => {
  expect(readme).toMatch(new RegExp(`\`npm (run )?${script}\``));
});

it("README says why each dependency is there", () => {
  const named = [...readme.matchAll(/`([@\w/.*-]+)`/g)].map(([, name = ""]) => name);
  const families = named.filter((name) => name.endsWith("/*")).map((name) => name.slice(0, -1));
  const unexplained = Object.keys(dependencies).filter(
    (name) => !named.includes(name) && !families.some((family) => name.startsWith(family)),
  );
  expect(unexplained).toEqual([]);
});

it.each(Object.entries(dependencies))("%s is pinned to one version: %s", (_name, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

it("CI runs the very commands that README gives for the tests", () => {
  const command = "npm ci && npm test && npm run prove";
  expect(readme).toContain(command);
  expect(read(".ci/run").trimEnd().split("\n").at(-1)).toBe(command);
  const jobs = read(".github/workflows/ci.yml");
  for (const run of ["npm ci", "npm test", "npm run prove"]) expect(jobs).toContain(`run: ${run}\n`);
});
