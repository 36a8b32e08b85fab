import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import type { Command } from "./child";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a command beside others: all that it prints goes to a file, and a signal to this process is passed on to it.
 *
 * @returns its exit code; 1 when a signal ended it
 */
export async function quietly({ file, args = [], env, cwd }: Command, log: string): Promise<number> {
  const output = openSync(log, "w");
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output],
  });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code) => resolve(code ?? 1));
    });
  } finally {
    for (const signal of SIGNALS) process.off(signal, forward);
    closeSync(output);
  }
}
