import { expect, it } from "vitest";
import { ensureProgram } from "./debian";
import type { Machine } from "./machine";

/** A machine with these files, on which an installation brings this one. */
function machine(files: string[], { brings, isRoot = true }: { brings?: string; isRoot?: boolean } = {}) {
  const present = new Set(files);
  const commands: string[] = [];
  const fake: Machine = {
    env: { PATH: "/usr/bin:/opt/bin" },
    exists: (file) => present.has(file),
    runs: (file, args) => {
      commands.push([file, ...args].join(" "));
      if (args[0] === "install" && brings) present.add(brings);
      return true;
    },
    playwrightsOwn: () => "",
    isRoot,
  };
  return { fake, commands };
}

it("finds a server where a user's PATH does not look", () => {
  const { fake, commands } = machine(["/usr/sbin/nginx"]);
  expect(ensureProgram("nginx", fake)).toBe("/usr/sbin/nginx");
  expect(commands).toEqual([]);
});

it("installs it when root on Debian", () => {
  const { fake, commands } = machine(["/usr/bin/apt-get"], { brings: "/usr/bin/caddy" });
  expect(ensureProgram("caddy", fake)).toBe("/usr/bin/caddy");
  expect(commands).toEqual(["apt-get update -qq", "apt-get install -qq -y --no-install-recommends caddy"]);
});

it.each([
  [["/usr/bin/apt-get"], { isRoot: false }],
  [[], {}],
  [["/usr/bin/apt-get"], {}],
])("says in one line what is missing (%j %j)", (files, options) => {
  expect(() => ensureProgram("nginx", machine(files, options).fake)).toThrow(
    "No nginx to test with: install it (Debian: apt-get install nginx).",
  );
});
