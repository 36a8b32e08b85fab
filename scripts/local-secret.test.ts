import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, it, vi } from "vitest";
import { localSecret } from "./local-secret";

let directory = "";
let file = "";

beforeEach(() => {
  directory = path.join(mkdtempSync(path.join(tmpdir(), "silent-refresh-")), ".secrets");
  file = path.join(directory, "nextauth-secret");
});

it("is made once and kept, so that a session survives a restart", () => {
  const secret = localSecret(directory);
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(localSecret(directory)).toBe(secret);
});

it("differs from one machine to the next", () => {
  expect(localSecret(directory)).not.toBe(localSecret(`${directory}-other`));
});

it("can be read by its owner only, also when somebody opened it up", () => {
  localSecret(directory);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  chmodSync(file, 0o644);
  localSecret(directory);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it("is made anew when the file holds something too short", () => {
  localSecret(directory);
  writeFileSync(file, "x\n");
  expect(localSecret(directory)).toHaveLength(43);
  expect(readFileSync(file, "utf8").trim()).toHaveLength(43);
});

it("is used without being kept where nothing can be written, and says so", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  expect(localSecret("/dev/null/.secrets")).toHaveLength(43);
  expect(warn).toHaveBeenCalledOnce();
});
