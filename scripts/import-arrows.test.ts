import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { execaSync } from "execa";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { ROOT } from "./next";

/** Each line: a file, and what it imports. */
const wrong = [
  ["lib/backend/fetch.ts", "@/content/catalog"],
  ["lib/backend/fetch.ts", "@/app/layout"],
  ["lib/backend/fetch.ts", "@/proxy"],
  ["lib/backend/fetch.ts", "@/mock-backend/app"],
  ["lib/backend/fetch.ts", "../../content/catalog"],
  ["lib/backend/fetch.ts", "../../mock-backend/app"],
  ["lib/backend/fetch.ts", "@/test-doubles/fake-lab"],
  ["content/catalog.ts", "@/test-doubles/fake-lab"],
  ["app/page.tsx", "@/test-doubles/fake-lab"],
  ["scripts/start.ts", "@/test-doubles/fake-lab"],
  ["e2e/fixtures/lab.ts", "@/test-doubles/fake-lab"],
  ["test-doubles/fake-lab.ts", "@/content/catalog"],
  ["content/catalog.ts", "@/app/layout"],
  ["content/catalog.ts", "@/instrumentation"],
  ["content/notes-app/users.ts", "@/mock-backend/domain/seed"],
  ["content/notes-app/users.ts", "../../mock-backend/domain/seed"],
  ["content/lessons/start/demo.tsx", "@/e2e/fixtures/lab"],
  ["content/lessons/start/variants/a.ts", "@/lib/lab/server/record"],
  ["content/lessons/start/variants/a.ts", "@/lib/ui/token"],
  ["content/lessons/start/variants/a.ts", "@/lib/http/read-json"],
  ["content/lessons/start/variants/a.ts", "@/content/variants"],
  ["content/lessons/start/variants/a.ts", "./b"],
  ["content/lessons/start/exercise.ts", "@/lib/lab/server/context"],
  ["content/lessons/start/exercise.ts", "./variants/a"],
  ["content/lessons/start/solution.ts", "./variants/a"],
  ["content/lessons/start/scenarios.ts", "zod"],
  ["content/lessons/start/scenarios.ts", "@/lib/lab/client/scenario/play"],
  ["content/lessons/start/scenarios.ts", "./variants/a"],
  ["content/lessons/start/scenarios.ts", "@/e2e/fixtures/lab"],
  ["lib/scenario/scenario.ts", "zod"],
  ["lib/scenario/scenario.ts", "@/lib/lab/schemas"],
  ["lib/scenario/scenario.ts", "../lab/schemas"],
  ["app/page.tsx", "@/mock-backend/app"],
  ["app/notes/page.tsx", "../../mock-backend/app"],
  ["proxy.ts", "@/mock-backend/app"],
  ["next.config.ts", "./mock-backend/app"],
  ["scripts/start.ts", "@/mock-backend/app"],
  ["scripts/start.ts", "../app/page"],
  ["mock-backend/app.ts", "@/lib/env"],
  ["mock-backend/app.ts", "../lib/env"],
  ["mock-backend/domain/notes.ts", "../../content/notes-app/users"],
  ["e2e/site/catalog.spec.ts", "@/content/catalog"],
  ["e2e/site/catalog.spec.ts", "@/lib/lab/schemas"],
  ["e2e/fixtures/lab.ts", "../../lib/lab/schemas"],
  ["e2e/checks/start.spec.ts", "@/mock-backend/app"],
  ["e2e/checks/start.spec.ts", "@/content/lessons/start/trials"],
  ["e2e/checks/start.spec.ts", "@/lib/lab/client/scenario/play"],
  ["e2e/fixtures-apps/right/app/page.tsx", "@/lib/env"],
  ["e2e/fixtures-apps/right/app/page.tsx", "../../../../mock-backend/app"],
] as const;

const right = [
  ["app/page.tsx", "@/content/catalog"],
  ["app/page.tsx", "@/lib/ui/token"],
  ["proxy.ts", "@/content/lab/proxy"],
  ["instrumentation.ts", "./mock-backend/embedded"],
  ["content/catalog.ts", "@/lib/lesson/meta"],
  ["content/notes-app/pages/notes-page.tsx", "../require-session"],
  ["content/lessons/start/demo.tsx", "./variants/a"],
  ["content/lessons/start/variants/a.ts", "zod"],
  ["content/lessons/start/variants/a.ts", "next-auth/jwt"],
  ["content/lessons/start/variants/a.ts", "@/lib/backend/fetch"],
  ["content/lessons/start/variants/a.ts", "@/lib/http/same-origin"],
  ["content/lessons/start/variants/a.ts", "@/lib/lab/clock"],
  ["content/lessons/start/variants/a.ts", "@/content/notes-app/pieces"],
  ["content/lessons/start/exercise.ts", "@/lib/backend/fetch"],
  ["content/lessons/start/solution.ts", "@/lib/backend/fetch"],
  ["lib/backend/fetch.ts", "@/lib/env"],
  ["lib/backend/fetch.ts", "../lab/clock"],
  ["lib/backend/fetch.test.ts", "@/mock-backend/app"],
  ["lib/backend/fetch.test.ts", "@/test-doubles/fake-lab"],
  ["test-doubles/fake-lab.ts", "@/lib/lab/schemas"],
  ["scripts/start.ts", "@/lib/env"],
  ["mock-backend/app.ts", "hono"],
  ["mock-backend/routes/auth.ts", "../domain/seed.ts"],
  ["content/lessons/start/scenarios.ts", "@/lib/scenario/scenario"],
  ["content/lessons/start/scenarios.ts", "../other/scenarios"],
  ["lib/scenario/scenario.ts", "./visitor"],
  ["e2e/checks/start.spec.ts", "@/content/lessons/start/meta"],
  ["e2e/checks/start.spec.ts", "@/content/lessons/start/scenarios"],
  ["e2e/fixtures/lab.ts", "@/lib/scenario/settings"],
  ["scripts/check-app/play.ts", "@/content/lessons/start/scenarios"],
  ["e2e/checks/start.spec.ts", "../fixtures/test"],
  ["e2e/fixtures-apps/right/app/page.tsx", "../lib/session"],
] as const;

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string(),
      severity: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }),
    }),
  ),
});

/** `file:line` of every import that the linter refuses. */
const refused = new Set<string>();
const cases = [...wrong, ...right];

/** The n-th case of a file is that file's n-th line. */
function place([file, specifier]: readonly [string, string]): string {
  const line = cases.filter(([other]) => other === file).findIndex(([, other]) => other === specifier) + 1;
  return `${file}:${line}`;
}

/** Lints a project of these files with this project's rules. @returns where the linter refuses something by the rule */
function refusedBy(rule: string, files: ReadonlyMap<string, string>): string[] {
  const project = mkdtempSync(path.join(tmpdir(), "silent-refresh-arrows-"));
  copyFileSync(path.join(ROOT, "biome.json"), path.join(project, "biome.json"));
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), text);
  }
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const options = [`--only=${rule}`, "--vcs-enabled=false", "--reporter=json"];
  const args = [biome, "lint", ...options, "--max-diagnostics=none", "."];
  const { stdout } = execaSync(process.execPath, args, { cwd: project, reject: false });
  return reportSchema.parse(JSON.parse(stdout)).diagnostics.map(({ category, severity, location }) => {
    expect([category, severity]).toEqual([`lint/${rule}`, "error"]);
    return `${location.path}:${location.start.line}`;
  });
}

beforeAll(() => {
  const files = new Map<string, string>();
  for (const [file, specifier] of cases) {
    files.set(file, `${files.get(file) ?? ""}import "${specifier}";\n`);
  }
  for (const line of refusedBy("style/noRestrictedImports", files)) refused.add(line);
});

it.each(wrong)("%s must not import %s", (...arrow) => expect(refused).toContain(place(arrow)));

it.each(right)("%s may import %s", (...arrow) => expect(refused).not.toContain(place(arrow)));

it.each(["lib", "scripts", "mock-backend", "e2e", "app"])("no circle in %s, not even of types", (folder) => {
  const files = new Map([
    [`${folder}/one.ts`, 'import type { Two } from "./two";\nexport type One = Two;\n'],
    [`${folder}/two.ts`, 'import { one } from "./three";\nexport type Two = typeof one;\n'],
    [`${folder}/three.ts`, 'import type { One } from "./one";\nexport const one = (it: One) => it;\n'],
  ]);
  expect(refusedBy("suspicious/noImportCycles", files)).toHaveLength(3);
});
