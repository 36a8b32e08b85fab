import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { OFF_BY_PLAYWRIGHT } from "./browser-arguments";

test("what Playwright turns off in Chromium is turned off by our arguments, too", () => {
  const require = createRequire(createRequire(import.meta.url).resolve("@playwright/test"));
  const core = path.dirname(require.resolve("playwright-core/package.json"));
  const source = readFileSync(path.join(core, "lib", "coreBundle.js"), "utf8");
  const list = /disabledFeatures = \[([\s\S]*?)\]\.filter\(Boolean\)/.exec(source)?.[1] ?? "";
  const features = [...list.matchAll(/^\s*"(\w+)",?$/gm)].map(([, name]) => name);
  expect(OFF_BY_PLAYWRIGHT).toEqual(features);
});
