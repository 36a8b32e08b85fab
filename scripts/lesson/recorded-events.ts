import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../next";

/** The text of everything that records events, tests aside. */
const recorders = ["mock-backend", "lib/lab", "content/notes-app", "content/lab"]
  .flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|client\//.test(file))
      .map((file) => readFileSync(path.join(ROOT, folder, file), "utf8")),
  )
  .join("\n");

/** True for an event that the lab records: a request or an answer, or a name that some recorder's source has. */
export function isRecorded(name: string): boolean {
  const isExchange = /^(GET|POST|PATCH|DELETE) (attacker\.example)?\/|^\d{3}$/.test(name);
  return isExchange || recorders.includes(`"${name}"`);
}
