import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Far below what a person notices, far above what a timer costs. */
const PARENT_CHECK_MS = 250;

export type Command = {
  file: string;
  args?: string[];
  env?: Record<string, string | undefined>;
  cwd?: string;
};

/**
 * Runs a command in the foreground, passes signals on to it and ends it when this process ends.
 *
 * @returns its exit code; 128 + n when a signal n ended it, as a shell reports it
 */
export function foreground(command: Command): Promise<number> {
  return finish(start(command, { stdio: "inherit" }));
}

/**
 * The same for a Node program, which also ends when this process is killed with SIGKILL: it holds one end of a channel
 * to this process and exits when the channel closes (see `die-with-parent.cjs`).
 */
export function foregroundNode(
  script: string,
  { args = [], env, cwd }: Omit<Command, "file">,
): Promise<number> {
  const guard = fileURLToPath(new URL("./die-with-parent.cjs", import.meta.url));
  const command = {
    file: process.execPath,
    args: ["--require", guard, script, ...args],
    env: { ...env, DIE_WITH_PARENT: String(process.pid) },
    ...(cwd !== undefined && { cwd }),
  };
  return finish(start(command, { stdio: ["inherit", "inherit", "inherit", "ipc"] }));
}

function start({ file, args = [], env, cwd }: Command, options: SpawnOptions): ChildProcess {
  return spawn(file, args, { ...options, cwd, env: { ...process.env, ...env } });
}

/**
 * Calls back once the process that started this one is gone. `npm start` runs us under a shell, and a signal to npm ends
 * npm and the shell but never reaches us. Started by hand, we may outlive the terminal, as any program.
 */
function onOrphaned(callback: () => void): NodeJS.Timeout | undefined {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  return setInterval(() => {
    if (process.ppid !== parent) callback();
  }, PARENT_CHECK_MS).unref();
}

function finish(child: ChildProcess): Promise<number> {
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  const kill = () => child.kill("SIGKILL");
  for (const signal of SIGNALS) process.on(signal, forward);
  process.on("exit", kill);
  const orphaned = onOrphaned(() => forward("SIGTERM"));
  return new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + (signal === "SIGINT" ? 2 : 15)));
  }).finally(() => {
    for (const signal of SIGNALS) process.off(signal, forward);
    process.off("exit", kill);
    clearInterval(orphaned);
  });
}
