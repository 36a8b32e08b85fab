import { readFile } from "node:fs/promises";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SEED_PASSWORDS } from "./domain/seed.ts";
import { DEFAULT_SETTINGS } from "./domain/settings.ts";
import { LOCAL_CLIENT_SECRET } from "./environment.ts";
import { testBackend } from "./fixtures/test-lab.ts";
import { type Listener, listen } from "./listen.ts";
import { routes } from "./routes/table.ts";

const readme = await readFile(new URL("README.md", import.meta.url), "utf8");
const shellBlocks = [...readme.matchAll(/^```sh\n(.*?)^```/gms)].map(([, script = ""]) => script);

let listener: Listener;
beforeAll(async () => {
  const client = { id: "silent-refresh-web", secret: LOCAL_CLIENT_SECRET };
  listener = await listen(testBackend({ defaultLab: true, client }), { host: "127.0.0.1", port: 0 });
});
afterAll(() => listener.close());

test("every curl block works when pasted, one after the other", async () => {
  const marker = "=====";
  const script = shellBlocks.filter((block) => block.includes("curl")).join(`\necho; echo ${marker}\n`);
  const { stdout } = await execa("sh", ["-eu", "-c", script], {
    env: { BACKEND: listener.url, NO_PROXY: "127.0.0.1" },
  });
  const [login, api, admin, refresh, reuse, logout, keys, controls, client] = stdout.split(marker);
  expect(login).toContain('"token_type":"Bearer"');
  expect(api).toContain("Ada Lovelace");
  expect(api).toContain("11.8 inches");
  expect(api).toContain("204");
  expect(admin).toContain('"id":"user-linus"');
  expect(refresh).toContain('"token_type":"Bearer"');
  expect(reuse).toContain("invalid_grant");
  expect(reuse).toContain("401 Unauthorized");
  expect(logout).toMatch(/204\s+200/);
  expect(keys).toContain('"crv":"P-256"');
  expect(keys).toContain('"revocation_endpoint"');
  expect(controls).not.toContain('"error"');
  expect(controls).toContain('"accessTtl":8');
  expect(client).toContain('"token_type":"Bearer"');
}, 30_000);

/** The cells of every table row, without the padding that the formatter adds. */
const rows = readme
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

test("names every route, setting, default, user and password", () => {
  for (const { path } of routes) expect(readme).toContain(path);
  for (const [name, value] of Object.entries(DEFAULT_SETTINGS)) {
    const row = rows.find(([, first]) => first === `\`${name}\``);
    expect([name, row?.[3]]).toEqual([name, expect.stringContaining(shown(value))]);
  }
  for (const [email, password] of Object.entries(SEED_PASSWORDS)) {
    expect(rows).toContainEqual(["", `\`${email}\``, `\`${password}\``, expect.any(String), ""]);
  }
  expect(readme).toContain(`\`${LOCAL_CLIENT_SECRET}\``);
});

function shown(value: number | boolean | string): string {
  return typeof value === "number" ? value.toLocaleString("en-US") : String(value);
}
