import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { catalog } from "@/content/catalog";

const root = path.resolve(import.meta.dirname, "../..");

/** The source of everything that records events, without tests. */
const recorders = ["mock-backend", "lib/lab", "content/notes-app", "content/lab"]
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|client\//.test(file))
      .map((file) => readFileSync(path.join(root, folder, file), "utf8")),
  )
  .join("\n");

for (const { meta } of catalog) {
  it.each(meta.missions)(`${meta.slug}: mission $id waits for something that is recorded`, ({ when }) => {
    const arrow = /^(GET|POST|PATCH|DELETE) (attacker\.example)?\/|^\d{3}$/.test(when.name);
    expect(arrow || recorders.includes(`"${when.name}"`), when.name).toBe(true);
  });
}
