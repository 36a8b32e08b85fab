import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

/** How long a built server may take to answer its first request. */
const STARTUP_MS = 180_000;

export type Server = { stop: () => Promise<void> };

type ServerOptions = {
  /** What it complains of is shown only when it does not come up. */
  quiet?: boolean;
  /** The folder that it runs in; this process's own by default. */
  cwd?: string | undefined;
};

/**
 * Starts a Node server, and waits until it answers.
 *
 * @param url an address that it answers once it is up
 * @throws Error when it does not answer in time, or ends before it does; it is stopped then
 */
export async function startServer(
  args: string[],
  env: Record<string, string>,
  url: string,
  { quiet = false, cwd }: ServerOptions = {},
): Promise<Server> {
  const server = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", quiet ? "pipe" : "inherit"],
    cwd,
  });
  let complaints = "";
  let isUp = false;
  server.stderr?.on("data", (data: Buffer) => {
    if (!isUp) complaints += data.toString();
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  try {
    await comesUp(
      url,
      () =>
        fetch(url).then(
          () => true,
          () => false,
        ),
      () => server.exitCode === null,
    );
  } catch (error) {
    console.error(complaints);
    await stop();
    throw error;
  }
  isUp = true;
  return { stop };
}

/** Runs a Node server while it is used, and ends it afterwards. @throws Error as `startServer` */
export async function withServer<T>(
  args: string[],
  env: Record<string, string>,
  url: string,
  use: () => Promise<T>,
  options: ServerOptions = {},
): Promise<T> {
  const server = await startServer(args, env, url, options);
  try {
    return await use();
  } finally {
    await server.stop();
  }
}

/**
 * Waits until a server that was started is up.
 *
 * @param name what is waited for, for the error's message
 * @param isUp asks it
 * @throws Error when it is not up in time, or ends before
 */
export async function comesUp(
  name: string,
  isUp: () => Promise<boolean>,
  isRunning: () => boolean,
): Promise<void> {
  const deadline = Date.now() + STARTUP_MS;
  while (isRunning() && Date.now() < deadline) {
    if (await isUp()) return;
    await wait(100);
  }
  throw new Error(`${name} does not answer`);
}
