import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { execa, type Options } from "execa";
import waitFor from "p-wait-for";

/** How long a server may take to answer its first request. */
const STARTUP_MS = 180_000;
const POLL_MS = 100;

export type Server = {
  /** Ends the server with SIGTERM. @returns how long the server took to end, in milliseconds */
  stop: () => Promise<number>;
};

type ServerOptions = {
  /** Shows the server's errors only when the server does not come up. */
  quiet?: boolean;
  /** The folder that the server runs in; this process's own by default. */
  cwd?: string | undefined;
};

/**
 * Starts a Node server, and waits until it answers.
 *
 * @param url an address that the server answers once it is up
 * @throws Error when the server does not answer in time, or ends before it does; the server is stopped then
 */
export function startServer(
  args: string[],
  env: Record<string, string>,
  url: string,
  { quiet = false, cwd = process.cwd() }: ServerOptions = {},
): Promise<Server> {
  return start(
    process.execPath,
    args,
    { env, cwd, stdio: ["ignore", "ignore", quiet ? "pipe" : "inherit"] },
    { name: url, isUp: () => answers(url), output: (stderr) => String(stderr ?? "") },
  );
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

export type Program = {
  file: string;
  args: string[];
  port: number;
  /** The file that the program's output goes to. */
  output: string;
  env?: Record<string, string>;
  cwd?: string;
  uid?: number | undefined;
};

/**
 * Starts a server with no other environment than the given one, and waits until its port is open.
 *
 * @throws Error as `startServer`
 */
export function startProgram({ file, args, port, output, env, cwd, uid }: Program): Promise<Server> {
  const { PATH = "" } = process.env;
  return start(
    file,
    args,
    {
      env: { PATH, HOME: "/nonexistent", NODE_ENV: "production", ...env },
      extendEnv: false,
      cwd: cwd ?? process.cwd(),
      ...(uid !== undefined && { uid }),
      stdio: ["ignore", { file: output }, { file: output }],
      buffer: false,
    },
    {
      name: `${file} on port ${port}`,
      isUp: () => isOpen(port),
      output: () => readFileSync(output, "utf8"),
    },
  );
}

async function start(
  file: string,
  args: readonly string[],
  options: Options,
  { name, isUp, output }: { name: string; isUp: () => Promise<boolean>; output: (stderr: unknown) => string },
): Promise<Server> {
  const server = execa(file, args, {
    ...options,
    reject: false,
    forceKillAfterDelay: false,
  });
  const hasEnded = new AbortController();
  const ended = server.finally(() => hasEnded.abort());
  const stop = async () => {
    const startedAt = performance.now();
    server.kill("SIGTERM");
    await ended;
    return performance.now() - startedAt;
  };
  try {
    await waitFor(isUp, { interval: POLL_MS, timeout: STARTUP_MS, signal: hasEnded.signal });
    return { stop };
  } catch (cause) {
    await stop();
    console.error(output((await ended).stderr));
    throw new Error(`${name} does not answer`, { cause });
  }
}

function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  );
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
