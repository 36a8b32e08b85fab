import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { ROOT } from "./next";

/**
 * `node --import tsx scripts/lock-integrity.ts`: asks the registry for the hash of every locked package that has none.
 * npm writes down the hashes of what it installs. It installs nothing of another platform's binaries: on that platform
 * they would be installed unchecked.
 */
const file = path.join(ROOT, "package-lock.json");
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
    }),
  ),
});

let text = readFileSync(file, "utf8");
for (const [folder, { version, integrity, link }] of Object.entries(
  lockSchema.parse(JSON.parse(text)).packages,
)) {
  if (folder === "" || link === true || integrity !== undefined) continue;
  const name = folder.split("node_modules/").at(-1);
  const asked = ["view", `${name}@${version}`, "dist.integrity", "--json"];
  const answer = execFileSync("npm", asked, { encoding: "utf8" });
  const hash = z.string().startsWith("sha512-").parse(JSON.parse(answer));
  // As text: npm's order of the members stays.
  const head = `"${folder}": {\n      "version": "${version}",\n`;
  text = text.replace(head, `${head}      "integrity": "${hash}",\n`);
  console.log(`${name} ${version}`);
}
writeFileSync(file, text);
