import path from "node:path";
import { Refusal } from "./fail";
import { DOWNLOAD, type Machine, thisMachine } from "./machine";

const QUIET = ["-qq", "-y", "--no-install-recommends"];

/**
 * Installs Debian's packages when root, one after the other, until the wanted program is there.
 *
 * @returns the program; undefined where Debian or root is missing, or none of the packages brought it
 */
export function installFromDebian(
  machine: Machine,
  packages: readonly string[],
  find: () => string | undefined,
): string | undefined {
  if (!machine.isRoot || !machine.exists("/usr/bin/apt-get")) return undefined;
  machine.runs("apt-get", ["update", "-qq"], DOWNLOAD);
  for (const name of packages) {
    if (
      !machine.runs("apt-get", ["install", ...QUIET, name], { visible: true, timeoutMs: DOWNLOAD.timeoutMs })
    )
      continue;
    const found = find();
    if (found) return found;
  }
  return undefined;
}

/**
 * The program of a Debian package: found, else installed when root.
 *
 * @throws Refusal naming the package to install
 */
export function ensureProgram(name: string, machine: Machine = thisMachine()): string {
  // Debian keeps servers where a user's PATH does not look.
  const folders = [...(machine.env.PATH ?? "").split(path.delimiter), "/usr/sbin", "/usr/local/sbin"];
  const find = () => folders.map((folder) => path.join(folder, name)).find(machine.exists);
  const found = find() ?? installFromDebian(machine, [name], find);
  if (found) return found;
  throw new Refusal(`No ${name} to test with: install it (Debian: apt-get install ${name}).`);
}
