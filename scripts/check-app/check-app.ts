import { type Browser, chromium } from "@playwright/test";
import { ensureBrowser } from "../browser";
import { BROWSER_ARGUMENTS } from "../browser-arguments";
import { writeOut } from "../check/write-report";
import { checks } from "./checks/all";
import { inWords } from "./in-words";
import { MockBackend } from "./mock-backend";
import type { Options } from "./options";
import type { RefreshMargin } from "./pace";
import { preflight } from "./preflight";
import { type Profile, readProfile } from "./profile";
import { measureRefreshMargin, refreshMarginInWords } from "./refresh-margin";
import { resultLines, sumLine } from "./report";
import { exitCode, type Report, type Result } from "./result";
import { runCheck } from "./run-check";
import { UsageError } from "./usage-error";
import { Visitor } from "./visitor";

/**
 * Runs the checks against an app, and prints each result as it comes.
 *
 * @returns 0 or 1, as the checks came out
 * @throws UsageError when they could not begin
 */
export async function checkApp({ url, profile: file, json, only }: Options): Promise<0 | 1> {
  const profile = readProfile(file);
  const backend = await MockBackend.at(profile.backend.url);
  const startedAt = new Date();
  const browser = await launch();
  const interrupted = () => void restore(backend).finally(() => process.exit(130));
  process.once("SIGINT", interrupted);
  try {
    await preflight(browser, url, profile, backend);
    const refreshMargin = await refreshMarginOf(browser, url, profile, backend);
    console.log(`${url} with the mock backend at ${backend.url}\n${refreshMarginInWords(refreshMargin)}\n`);
    const results: Result[] = [];
    for (const check of checks.filter(({ id }) => only.length === 0 || only.includes(id))) {
      const result = await runCheck(check, { url, profile, backend, browser, refreshMargin });
      results.push(result);
      console.log(resultLines(result).join("\n"));
    }
    console.log(`\n${sumLine(results)}`);
    const report: Report = {
      version: 1,
      command: "check:app",
      url,
      backend: backend.url,
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
      habit: refreshMarginInWords(refreshMargin),
      results,
    };
    if (json !== undefined) writeReport(json, report);
    return exitCode(results);
  } finally {
    process.off("SIGINT", interrupted);
    await browser.close();
    await restore(backend);
  }
}

async function refreshMarginOf(
  browser: Browser,
  url: string,
  profile: Profile,
  backend: MockBackend,
): Promise<RefreshMargin> {
  const { refreshesEarlySeconds } = profile;
  if (refreshesEarlySeconds !== undefined) return { kind: "early", seconds: refreshesEarlySeconds };
  return measureRefreshMargin(backend, async (accessTtl) => {
    await backend.reset({ ...profile.backend.settings, accessTtl });
    const visitor = await Visitor.of(browser, url, profile);
    await visitor.signIn().catch((error) => {
      throw new UsageError(`signIn: it went well once, and then not: ${inWords(error)}`);
    });
    return visitor;
  });
}

async function restore(backend: MockBackend): Promise<void> {
  await backend.restore().catch(() => {
    console.error(`The mock backend at ${backend.url} is gone, so its settings could not be put back.`);
  });
}

function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGUMENTS, handleSIGINT: false });
}

function writeReport(file: string, report: Report): void {
  try {
    writeOut(file, `${JSON.stringify(report, null, 2)}\n`);
  } catch {
    throw new UsageError(`--json: ${file} cannot be written.`);
  }
}
