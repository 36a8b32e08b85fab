import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { comesUp } from "../background";

export type Running = {
  /** Ends the program with SIGTERM. @returns how long that took, in milliseconds */
  stop: () => Promise<number>;
};

export type Program = {
  file: string;
  args: string[];
  port: number;
  /** What the program says goes there. */
  output: string;
  env?: Record<string, string>;
  cwd?: string;
  uid?: number | undefined;
};

/** Starts a server with no other environment than the given one, and waits until its port is open. */
export async function startProgram({
  file,
  args,
  port,
  output,
  env = {},
  cwd,
  uid,
}: Program): Promise<Running> {
  const out = openSync(output, "w");
  const { PATH = "" } = process.env;
  const server = spawn(file, args, {
    env: { PATH, HOME: "/nonexistent", NODE_ENV: "production", ...env },
    stdio: ["ignore", out, out],
    ...(cwd !== undefined && { cwd }),
    ...(uid !== undefined && { uid }),
  });
  closeSync(out);
  const ended = once(server, "exit");
  const stop = async () => {
    const startedAt = performance.now();
    server.kill("SIGTERM");
    await ended;
    return performance.now() - startedAt;
  };
  try {
    await comesUp(
      `${file} on port ${port}`,
      () => isOpen(port),
      () => server.exitCode === null,
    );
  } catch (error) {
    console.error(readFileSync(output, "utf8"));
    await stop();
    throw error;
  }
  return { stop };
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
