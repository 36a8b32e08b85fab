import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

/** How long a built server may take to answer its first request. */
const STARTUP_MS = 180_000;

/**
 * Runs a Node server while it is used, and ends it afterwards.
 *
 * @param url an address that it answers once it is up
 * @param options quiet: what it complains of is shown only when it does not come up
 * @throws Error when it does not answer in time, or ends before it does
 */
export async function withServer<T>(
  args: string[],
  env: Record<string, string>,
  url: string,
  use: () => Promise<T>,
  { quiet = false } = {},
): Promise<T> {
  const server = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", quiet ? "pipe" : "inherit"],
  });
  let complaints = "";
  let isUp = false;
  server.stderr?.on("data", (data: Buffer) => {
    if (!isUp) complaints += data.toString();
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  try {
    await answers(url, () => server.exitCode === null).catch((error: unknown) => {
      console.error(complaints);
      throw error;
    });
    isUp = true;
    return await use();
  } finally {
    server.kill("SIGTERM");
    await ended;
  }
}

async function answers(url: string, isRunning: () => boolean): Promise<void> {
  const deadline = Date.now() + STARTUP_MS;
  while (isRunning() && Date.now() < deadline) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return;
    await wait(100);
  }
  throw new Error(`${url} does not answer`);
}
