import { writeFileSync } from "node:fs";
import path from "node:path";
import { actionModules, ownActions } from "./action-modules";
import { ROOT } from "./next";

/** Mounts lesson 3's Server Actions anew, after a variant was added or renamed. */
for (const [file, text] of actionModules(ownActions)) writeFileSync(path.join(ROOT, file), text);
