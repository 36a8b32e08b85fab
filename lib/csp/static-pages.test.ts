import { describe, expect, it } from "vitest";
import { hashesFor, isStaticPage, type ScriptHashes } from "@/lib/csp/static-pages";

const manifest: ScriptHashes = {
  "/": ["'sha256-home'"],
  "/lessons/start": ["'sha256-start'"],
  "/_not-found": ["'sha256-missing'"],
};

describe("the hashes of a static page's inline scripts", () => {
  it("are found by its path", () => {
    expect(hashesFor("/", manifest)).toEqual(["'sha256-home'"]);
    expect(hashesFor("/lessons/start", manifest)).toEqual(["'sha256-start'"]);
    expect(hashesFor("/lessons/start/", manifest)).toEqual(["'sha256-start'"]);
  });

  it("are those of the not-found page for any other path", () => {
    expect(hashesFor("/lessons/none", manifest)).toEqual(["'sha256-missing'"]);
    expect(hashesFor("/constructor", manifest)).toEqual(["'sha256-missing'"]);
    expect(hashesFor("/__proto__", manifest)).toEqual(["'sha256-missing'"]);
  });

  it("are none under next dev, which builds no pages", () => {
    expect(hashesFor("/", {})).toEqual([]);
  });
});

it("tells a page that was built from one that is rendered on request", () => {
  expect(isStaticPage("/lessons/start", manifest)).toBe(true);
  expect(isStaticPage("/notes", manifest)).toBe(false);
  expect(isStaticPage("/constructor", manifest)).toBe(false);
});
