import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { Refusal } from "./fail";

/** Debian keeps servers where a user's PATH does not look. */
const FOLDERS = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/sbin", "/usr/local/sbin"];

/**
 * The program of a Debian package: found, else installed when root.
 *
 * @throws Refusal naming the package to install
 */
export function ensureProgram(name: string): string {
  const found = find(name);
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log(`No ${name} found: installing Debian's.`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const options = { stdio: "ignore", env } as const;
    spawnSync("apt-get", ["update", "-qq"], options);
    // A service that starts with its package would hold port 80.
    spawnSync("apt-get", ["install", "-qq", "-y", "--no-install-recommends", name], {
      ...options,
      env: { ...env, RUNLEVEL: "1" },
    });
    const installed = find(name);
    if (installed) return installed;
  }
  throw new Refusal(`No ${name} to test with: install it (Debian: apt-get install ${name}).`);
}

function find(name: string): string | undefined {
  return FOLDERS.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}
