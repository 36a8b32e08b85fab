import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

/** How long a built server may take to answer its first request. */
const STARTUP_MS = 180_000;

/**
 * Runs a Node server while it is used, and ends it afterwards.
 *
 * @param url an address that it answers once it is up
 * @throws Error when it does not answer in time
 */
export async function withServer<T>(
  args: string[],
  env: Record<string, string>,
  url: string,
  use: () => Promise<T>,
): Promise<T> {
  const server = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    await answers(url);
    return await use();
  } finally {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
  }
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + STARTUP_MS;
  while (Date.now() < deadline) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return;
    await wait(100);
  }
  throw new Error(`${url} does not answer`);
}
