import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { inlineScriptHashes, pathnameOf, writeScriptHashes } from "./csp-hashes";

/** From the example in CSP Level 3, section 2.3.1: the hash of `alert('Hello, world.');`. */
const HELLO = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";

describe("the hashes of a document's inline scripts", () => {
  it("are those the specification computes", () => {
    expect(inlineScriptHashes("<script>alert('Hello, world.');</script>")).toEqual([HELLO]);
  });

  it("leave out files and data, and list a repeated script once", () => {
    const html = `
      <script src="/a.js" async=""></script>
      <script type="application/ld+json">{"a":1}</script>
      <script>alert('Hello, world.');</script>
      <SCRIPT data-id="1">alert('Hello, world.');</SCRIPT >`;
    expect(inlineScriptHashes(html)).toEqual([HELLO]);
  });

  it("cover modules, and attributes that only look like src", () => {
    expect(inlineScriptHashes(`<script type="module">alert('Hello, world.');</script>`)).toEqual([HELLO]);
    expect(inlineScriptHashes(`<script data-src="x">alert('Hello, world.');</script>`)).toEqual([HELLO]);
  });

  it("hold for the line ends that a browser makes of a document's, and leave out what is no element", () => {
    const html = "<!-- <script>a</script> --><title><script>b</script></title><script>x\r\ny</script>";
    expect(inlineScriptHashes(html)).toEqual(inlineScriptHashes("<script>x\ny</script>"));
  });

  it("take the text as it stands: entities, line ends and all", () => {
    const [entity] = inlineScriptHashes("<script>a &amp; b</script>");
    const [ampersand] = inlineScriptHashes("<script>a & b</script>");
    expect(entity).not.toBe(ampersand);
  });
});

describe("the path of a built page", () => {
  it.each([
    ["index.html", "/"],
    ["_not-found.html", "/_not-found"],
    [path.join("lessons", "start.html"), "/lessons/start"],
  ])("of %s is %s", (file, pathname) => expect(pathnameOf(file)).toBe(pathname));
});

it("notes every built page beside the build", () => {
  const build = mkdtempSync(path.join(tmpdir(), "silent-refresh-build-"));
  mkdirSync(path.join(build, "server/app/lessons"), { recursive: true });
  writeFileSync(path.join(build, "server/app/index.html"), "<script>alert('Hello, world.');</script>");
  writeFileSync(path.join(build, "server/app/lessons/start.html"), "<p>no script</p>");
  writeFileSync(path.join(build, "server/app/index.rsc"), "<script>no page</script>");
  writeScriptHashes(build);
  expect(JSON.parse(readFileSync(path.join(build, "csp-hashes.json"), "utf8"))).toEqual({
    "/": [HELLO],
    "/lessons/start": [],
  });
});
