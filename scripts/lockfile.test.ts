import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { LOCKFILE, lockSchema } from "./lockfile";

const { packages } = lockSchema.parse(JSON.parse(readFileSync(LOCKFILE, "utf8")));

it("locks the binaries of every platform, or `npm ci` refuses the whole file", () => {
  const binaries = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ folder, name })),
  );
  expect(binaries.length, "packages for one platform each").toBeGreaterThan(20);
  const missing = binaries.filter(
    ({ folder, name }) => !packages[`node_modules/${name}`] && !packages[`${folder}/node_modules/${name}`],
  );
  expect(missing).toEqual([]);
});

it("names no registry, so that it installs from the one that is configured", () => {
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith("http"))).toEqual([]);
});

it("has the hash of every package, or one of another platform would be installed unchecked", () => {
  const unchecked = Object.entries(packages)
    .filter(([folder, { link }]) => folder !== "" && link !== true)
    .filter(([, { integrity }]) => !integrity?.startsWith("sha512-"));
  // Mended by `node --import tsx scripts/lock-integrity.ts`.
  expect(unchecked.map(([folder]) => folder)).toEqual([]);
});
