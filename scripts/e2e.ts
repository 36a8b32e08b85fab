import { ensureBrowser } from "./browser";
import { foreground } from "./child";
import { ensureBuild } from "./ensure-build";
import { Refusal, run } from "./fail";
import { PLAYWRIGHT } from "./playwright";
import { freePort } from "./port";

/**
 * `npm run e2e -- [Playwright's arguments]`: the built site in a real browser. Builds only what has changed; with
 * BASE_URL, tests a site that runs already.
 */
await run(async () => {
  const chromium = ensureBrowser();
  const site = process.env.BASE_URL ? { BASE_URL: await runningSite(process.env.BASE_URL) } : await ownSite();
  if (typeof site === "number") return site;
  const args = [PLAYWRIGHT, "test", ...process.argv.slice(2)];
  return foreground({ file: process.execPath, args, env: { ...site, CHROMIUM_PATH: chromium } });
});

/** A site of the tests' own, on a port that nobody else uses; or the exit code of a build that failed. */
async function ownSite(): Promise<Record<string, string> | number> {
  const failed = await ensureBuild();
  return failed || { E2E_PORT: String(await freePort()) };
}

/** @throws Refusal when the text is no URL, or nothing answers there */
async function runningSite(text: string): Promise<string> {
  if (!URL.canParse(text) || !/^https?:/.test(text)) {
    throw new Refusal(`BASE_URL must be a whole URL, such as http://localhost:3000, not "${text}".`);
  }
  const { origin } = new URL(text);
  await fetch(origin).catch(() => {
    throw new Refusal(`No site answers at ${origin}. Start it (npm start), or leave BASE_URL out.`);
  });
  return origin;
}
