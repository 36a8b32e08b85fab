import { readdirSync } from "node:fs";
import path from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { withServer } from "./background";
import { ensureBrowser } from "./browser";
import { withEmptyApp } from "./empty-app";
import { ensureBuild } from "./ensure-build";
import { run } from "./fail";
import { NEXT, ROOT } from "./next";
import { freePort } from "./port";

/** A phone shows the prose first and the lab below; a wide screen has the lab beside it. */
const screens = {
  phone: { width: 360, height: 740 },
  wide: { width: 1440, height: 900 },
} as const;

/** `npm run measure`: the bytes of a page's JavaScript on the wire before any interaction, beside an empty page's. */
await run(async () => {
  const executablePath = ensureBrowser();
  const failed = await ensureBuild();
  if (failed) return failed;
  const root = process.getuid?.() === 0;
  const browser = await chromium.launch({ executablePath, args: root ? ["--no-sandbox"] : [] });
  try {
    const empty = await withEmptyApp((folder) => weighEmpty(browser, folder));
    const site = await weighSite(browser);
    console.log(`\nJavaScript before interaction, compressed, in KB (1000 bytes)\n`);
    console.log(row("page", "screen", "bytes", "more than empty"));
    console.log(row("an empty Next page", "any", kilobytes(empty), ""));
    for (const { page, screen, bytes } of site) {
      console.log(row(page, screen, kilobytes(bytes), `+${kilobytes(bytes - empty)}`));
    }
  } finally {
    await browser.close();
  }
  return 0;
});

async function weighEmpty(browser: Browser, folder: string): Promise<number> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const args = [NEXT, "start", folder, "--port", String(port), "--hostname", "localhost"];
  return withServer(args, {}, url, () => weigh(browser, url, "wide"));
}

async function weighSite(browser: Browser) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const args = ["--import", "tsx", path.join(ROOT, "scripts/start.ts")];
  const lessons = readdirSync(path.join(ROOT, ".next/server/app/lessons"))
    .filter((file) => file.endsWith(".html"))
    .map((file) => `/lessons/${file.replace(".html", "")}`);
  return withServer(args, { PORT: String(port), NEXTAUTH_URL: url }, url, async () => {
    const weighed = [];
    for (const page of ["/", ...lessons]) {
      for (const screen of ["phone", "wide"] as const) {
        weighed.push({ page, screen, bytes: await weigh(browser, url + page, screen) });
      }
    }
    return weighed;
  });
}

/** Loads a page in a browser without a cache, and sums the bytes of its scripts as they came over the wire. */
async function weigh(browser: Browser, url: string, screen: keyof typeof screens): Promise<number> {
  const context = await browser.newContext({ viewport: screens[screen] });
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() !== "script") return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(url, { waitUntil: "load", timeout: 120_000 });
  // The lab's event stream never ends, so the network never falls idle: two quiet seconds do.
  await page.waitForTimeout(2_000);
  await context.close();
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}

function row(page: string, screen: string, weight: string, more: string): string {
  return `${page.padEnd(36)}${screen.padEnd(8)}${weight.padStart(8)}${more.padStart(18)}`;
}
