import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../next";

const TIMEOUT_MS = 30_000;
const folder = mkdtempSync(path.join(tmpdir(), "silent-refresh-profile-"));

/** Somebody's API: it answers everything, and is not the mock backend. */
const stranger = createServer((_request, response) => response.end('{"ok":true}'));
const asked: string[] = [];
let strangerUrl = "";

beforeAll(async () => {
  stranger.on("request", ({ method, url }) => asked.push(`${method} ${url}`));
  stranger.listen(0, "127.0.0.1");
  await once(stranger, "listening");
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
});
afterAll(() => stranger.close());

function profile(backend: string): string {
  const file = path.join(folder, "my-app.json");
  const fields = { signIn: { page: "/" }, protected: { page: "/", shows: "x" }, backend: { url: backend } };
  writeFileSync(file, JSON.stringify(fields));
  return file;
}

async function run(...args: string[]) {
  const { exitCode, all } = await execa(
    process.execPath,
    ["--import", "tsx", "scripts/check-app.ts", ...args],
    { cwd: ROOT, all: true, reject: false },
  );
  return { code: exitCode, lines: all.trim().split("\n") };
}

test("a wrong flag is one line and exit code 2, before anything starts", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { code, lines } = await run("--colour");
  expect(lines).toEqual([expect.stringMatching(/^Unknown option '--colour'.*Flags: /)]);
  expect(code).toBe(2);
});

test("a folder where the results' file should be is refused before anybody is asked", {
  timeout: TIMEOUT_MS,
}, async () => {
  const wanted = ["--url", "http://localhost:3001", "--profile", profile("http://127.0.0.1:1")];
  const { code, lines } = await run(...wanted, "--json", folder);
  expect(lines).toEqual([`--json names a folder, ${folder}: name a file in it.`]);
  expect(code).toBe(2);
});

test("a backend that is not the mock backend is asked one question, and left alone", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { code, lines } = await run("--url", "http://localhost:3001", "--profile", profile(strangerUrl));
  expect(lines).toEqual([
    expect.stringMatching(
      /^backend\.url: http:\S+ is not the mock backend.*: BACKEND_PORT=4400 npm run backend$/,
    ),
  ]);
  expect(code).toBe(2);
  expect(asked).toEqual(["GET /lab/state"]);
});

test("a backend that is not there is named, with what to do", { timeout: TIMEOUT_MS }, async () => {
  const { code, lines } = await run(
    "--url",
    "http://localhost:3001",
    "--profile",
    profile("http://127.0.0.1:1"),
  );
  expect(lines).toEqual([
    "backend.url: nothing answers at http://127.0.0.1:1. Start the mock backend: npm run backend",
  ]);
  expect(code).toBe(2);
});
