import { writeFileSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { execa, type Options } from "execa";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Too short for a user to notice, and too long for the timer to cost anything. */
const PARENT_CHECK_MS = 250;

export type Command = {
  file: string;
  args?: string[];
  /** Added to this process's environment; `undefined` takes a variable away. */
  env?: Record<string, string | undefined>;
  cwd?: string;
};

/**
 * Options that make a Node child end when this process ends, also by SIGKILL: the child holds one end of a channel to
 * this process, and `die-with-parent.cjs`, which the child must preload, exits when the channel closes.
 */
export const dieWithParent = {
  nodeOptions: ["--require", fileURLToPath(new URL("./die-with-parent.cjs", import.meta.url))],
  env: { DIE_WITH_PARENT: String(process.pid) },
} as const;

/**
 * Runs a command in the foreground, passes signals on to it and ends it when this process ends.
 *
 * @returns its exit code; 128 + n when a signal n ended it, as a shell reports it
 * @throws Error when the command does not start
 */
export function foreground({ file, args = [], env, cwd }: Command): Promise<number> {
  return run(file, args, { stdio: "inherit", env: env ?? {}, cwd: cwd ?? process.cwd() });
}

/** {@link foreground} for a command that runs beside others: everything that the command prints goes to a file. */
export function logged({ file, args = [], env, cwd }: Command, log: string): Promise<number> {
  writeFileSync(log, "");
  const output = { file: log, append: true };
  return run(file, args, {
    stdin: "ignore",
    stdout: output,
    stderr: output,
    env: env ?? {},
    cwd: cwd ?? process.cwd(),
  });
}

/** {@link foreground} for a Node program, which also ends when this process is killed with SIGKILL. */
export function foregroundNode(
  script: string,
  { args = [], env, cwd }: Omit<Command, "file">,
): Promise<number> {
  const { nodeOptions, env: guard } = dieWithParent;
  return run(process.execPath, [...nodeOptions, script, ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...env, ...guard },
    cwd: cwd ?? process.cwd(),
  });
}

async function run(file: string, args: readonly string[], options: Options): Promise<number> {
  // How long the child takes to end after a signal is its own affair.
  const child = execa(file, args, { ...options, buffer: false, reject: false, forceKillAfterDelay: false });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  const orphaned = onOrphaned(() => child.kill("SIGTERM"));
  try {
    const { exitCode, signal, cause } = await child;
    if (exitCode !== undefined) return exitCode;
    if (signal === undefined) throw cause;
    return 128 + constants.signals[signal];
  } finally {
    for (const signal of SIGNALS) process.off(signal, forward);
    clearInterval(orphaned);
  }
}

/**
 * Calls back once the process that started this one is gone. `npm start` runs this process under a shell, and a signal
 * to npm ends npm and the shell but never reaches this process. A process started by hand may outlive its terminal.
 */
function onOrphaned(callback: () => void): NodeJS.Timeout | undefined {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) callback();
  }, PARENT_CHECK_MS).unref();
}
