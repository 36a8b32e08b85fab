import { expect, it } from "vitest";
import { fallbackHashes, hashesOf, type ScriptHashes } from "@/lib/csp/script-hashes";

const manifest: ScriptHashes = {
  "/": ["'sha256-home'"],
  "/lessons/start": ["'sha256-start'"],
  "/_not-found": ["'sha256-theme'", "'sha256-missing'"],
  "/_global-error": ["'sha256-theme'", "'sha256-broken'"],
};

it("finds a built page's hashes by its path", () => {
  expect(hashesOf("/", manifest)).toEqual(["'sha256-home'"]);
  expect(hashesOf("/lessons/start", manifest)).toEqual(["'sha256-start'"]);
  expect(hashesOf("/lessons/start/", manifest)).toEqual(["'sha256-start'"]);
});

it.each(["/notes", "/lessons/none", "constructor", "__proto__"])("knows no built page at %s", (pathname) => {
  expect(hashesOf(pathname, manifest)).toBeUndefined();
});

it("lists what the stand-in pages need, each once", () => {
  expect(fallbackHashes(manifest)).toEqual(["'sha256-theme'", "'sha256-missing'", "'sha256-broken'"]);
  expect(fallbackHashes({})).toEqual([]);
});
