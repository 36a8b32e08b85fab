import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { dieWithParent } from "../child";
import { ROOT } from "../next";
import { PLAYWRIGHT } from "../playwright";
import { type Message, messageSchema } from "./message";
import type { Planned } from "./plan";
import type { Instead } from "./result";

const CONFIG = path.join(ROOT, "scripts", "check", "playwright.config.ts");

const GRACE_MS = 8_000;
const STDERR_KEPT = 4_000;

export type Run = {
  url: string;
  cells: (Planned & { instead?: Instead | undefined })[];
  chromium: string;
  workers: number;
  /** The whole path of the report that Playwright writes itself. */
  html: string | null;
  /** For the whole run. */
  timeLimitMs: number | null;
  /** Aborted when the site no longer answers: the run ends, and its later messages are dropped. */
  gone?: AbortSignal;
};

/**
 * Runs the planned checks in a Playwright process of their own, against a site that runs already.
 *
 * @param hear called with every check as it ends
 * @returns why some checks may be missing; null when the run came to its end
 */
export async function runPlaywright(run: Run, hear: (message: Message) => void): Promise<string | null> {
  const directory = mkdtempSync(path.join(tmpdir(), "silent-refresh-check-"));
  const plan = path.join(directory, "plan.json");
  writeFileSync(plan, JSON.stringify(run.cells));
  const files = [...new Set(run.cells.map(({ lesson }) => `checks/${lesson}.spec.ts`))];
  const output = path.join(directory, "out");
  const args = [...dieWithParent.nodeOptions, PLAYWRIGHT, "test", "--config", CONFIG, "--output", output];
  const tooLate = run.timeLimitMs === null ? undefined : AbortSignal.timeout(run.timeLimitMs);
  const over = AbortSignal.any([tooLate, run.gone].filter((signal) => signal !== undefined));
  const child = execa(process.execPath, [...args, ...files], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    buffer: false,
    reject: false,
    // After this, a run that was asked to stop is stopped.
    forceKillAfterDelay: GRACE_MS,
    killSignal: "SIGINT",
    cancelSignal: over,
    env: {
      BASE_URL: run.url,
      CHROMIUM_PATH: run.chromium,
      CHECK_PLAN: plan,
      CHECK_WORKERS: String(run.workers),
      CHECK_HTML: run.html ?? "",
      ...dieWithParent.env,
    },
  });
  let printed = "";
  let problem: string | null = null;
  child.stderr?.on("data", (data: Buffer) => {
    printed = (printed + data.toString()).slice(-STDERR_KEPT);
  });
  child.on("message", (sent) => {
    const message = messageSchema.parse(sent);
    if (message.type === "broke") problem ??= message.message;
    if (!over.aborted) hear(message);
  });
  try {
    const { exitCode, signal, isCanceled, cause } = await child;
    if (exitCode === undefined && signal === undefined && !isCanceled) throw cause;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  if (tooLate?.aborted) return `It was not done within ${(run.timeLimitMs ?? 0) / 1000} s.`;
  return problem ?? printed.trim().split("\n").at(-1) ?? null;
}
