import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ROOT } from "../next";
import { type Message, messageSchema } from "./message";
import type { Planned } from "./plan";
import type { Instead } from "./result";

const CLI = createRequire(import.meta.url).resolve("@playwright/test/cli");
const CONFIG = path.join(ROOT, "scripts", "check", "playwright.config.ts");
const GUARD = fileURLToPath(new URL("../die-with-parent.cjs", import.meta.url));

/** After this, a run that was asked to stop is stopped. */
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
  /** Aborted when the site is no longer there: the run ends, and what it says after that is not heard. */
  gone?: AbortSignal;
};

/**
 * Runs the planned checks in a Playwright process of their own, against a site that runs already.
 *
 * @param hear is told of every check as it ends
 * @returns why some checks may be missing; null when the run came to its end
 */
export async function runPlaywright(run: Run, hear: (message: Message) => void): Promise<string | null> {
  const directory = mkdtempSync(path.join(tmpdir(), "silent-refresh-check-"));
  const plan = path.join(directory, "plan.json");
  writeFileSync(plan, JSON.stringify(run.cells));
  const files = [...new Set(run.cells.map(({ lesson }) => `checks/${lesson}.spec.ts`))];
  const args = ["--require", GUARD, CLI, "test", "--config", CONFIG, "--output", path.join(directory, "out")];
  const child = spawn(process.execPath, [...args, ...files], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    env: {
      ...process.env,
      BASE_URL: run.url,
      CHROMIUM_PATH: run.chromium,
      CHECK_PLAN: plan,
      CHECK_WORKERS: String(run.workers),
      CHECK_HTML: run.html ?? "",
      DIE_WITH_PARENT: String(process.pid),
    },
  });
  let printed = "";
  let problem: string | null = null;
  let tooLate = false;
  const end = () => {
    child.kill("SIGINT");
    setTimeout(() => child.kill("SIGKILL"), GRACE_MS).unref();
  };
  child.stderr?.on("data", (data: Buffer) => {
    printed = (printed + data.toString()).slice(-STDERR_KEPT);
  });
  child.on("message", (sent) => {
    const message = messageSchema.parse(sent);
    if (message.type === "broke") problem ??= message.message;
    if (!tooLate && !run.gone?.aborted) hear(message);
  });
  const stop = endInTime(run.timeLimitMs, () => {
    tooLate = true;
    end();
  });
  run.gone?.addEventListener("abort", end, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", () => resolve());
    });
  } finally {
    stop();
    rmSync(directory, { recursive: true, force: true });
  }
  if (tooLate) return `It was not done within ${(run.timeLimitMs ?? 0) / 1000} s.`;
  return problem ?? printed.trim().split("\n").at(-1) ?? null;
}

function endInTime(limitMs: number | null, end: () => void): () => void {
  if (limitMs === null) return () => {};
  const timer = setTimeout(end, limitMs);
  return () => clearTimeout(timer);
}
