import { readFileSync, writeFileSync } from "node:fs";
import { execaSync } from "execa";
import { z } from "zod";
import { LOCKFILE, lockSchema } from "./lockfile";

/**
 * `node --import tsx scripts/lock-integrity.ts`: asks the registry for the hash of every locked package that has none.
 * npm writes the hashes of the packages that it installs. It does not install the binaries of other platforms, so those
 * would be installed unchecked there.
 */
let text = readFileSync(LOCKFILE, "utf8");
for (const [folder, { version, integrity, link }] of Object.entries(
  lockSchema.parse(JSON.parse(text)).packages,
)) {
  if (folder === "" || link === true || integrity !== undefined) continue;
  const name = folder.split("node_modules/").at(-1);
  const asked = ["view", `${name}@${version}`, "dist.integrity", "--json"];
  const { stdout: answer } = execaSync("npm", asked);
  const hash = z.string().startsWith("sha512-").parse(JSON.parse(answer));
  // As text: npm's order of the members stays.
  const head = `"${folder}": {\n      "version": "${version}",\n`;
  text = text.replace(head, `${head}      "integrity": "${hash}",\n`);
  console.log(`${name} ${version}`);
}
writeFileSync(LOCKFILE, text);
