import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { CONNECTIONS, targetSchema } from "./target.ts";

/**
 * `npm run bench`: refreshes a second on one core, with rotation and one ES256 signature each, of three servers in turn.
 * Each server is its own process on one core, the load generator another process on another core.
 */
const SERVERS = ["backend", "bare", "oidc-provider"] as const;
const AIMS = { bare: 0.8, "oidc-provider": 2 } as const;
const WARM_UP_MS = 3_000;
const ROUND_MS = 3_000;
const ROUNDS = 7;

const cores = cpus().length;
const canPin = cores > 1 && spawnSync("taskset", ["-V"]).status === 0;
const children: ChildProcess[] = [];

function start(script: string, core: number): ChildProcess {
  const node = [process.execPath, "--import", "tsx", fileURLToPath(new URL(script, import.meta.url))];
  const [command = "", ...rest] = canPin ? ["taskset", "-c", String(core), ...node] : node;
  const child = spawn(command, rest, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  children.push(child);
  return child;
}

async function message<Schema extends z.ZodType>(
  child: ChildProcess,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const exited = once(child, "exit").then(([code]) => {
    throw new Error(`a bench process ended early (${code})`);
  });
  const [received] = await Promise.race([once(child, "message"), exited]);
  return schema.parse(received);
}

function median(values: number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

try {
  const load = start("load.ts", 1);
  load.setMaxListeners(100);
  for (const name of SERVERS) {
    const server = start(`servers/${name}.ts`, 0);
    load.send({ open: name, target: await message(server, targetSchema) });
  }
  const measure = async (target: string, milliseconds: number) => {
    const answer = message(load, z.object({ perSecond: z.number() }));
    load.send({ target, milliseconds });
    return (await answer).perSecond;
  };

  for (const name of SERVERS) await measure(name, WARM_UP_MS);
  const results = new Map<string, number[]>(SERVERS.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    // The order turns from round to round, so that no server always follows the same one.
    for (let turn = 0; turn < SERVERS.length; turn += 1) {
      const name = SERVERS[(round + turn) % SERVERS.length] ?? "backend";
      results.get(name)?.push(await measure(name, ROUND_MS));
    }
  }
  report(results);
} finally {
  for (const child of children) child.kill();
}

function report(results: Map<string, number[]>): void {
  const ours = median(results.get("backend") ?? []);
  console.log(`
Refreshes a second: ${CONNECTIONS} connections, each in its own rotation chain; median of ${ROUNDS} rounds of ${ROUND_MS / 1000} s.
Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}, ${canPin ? "server and load each on one core" : "not pinned to a core"}.

| server | median | lowest | highest | backend is | aim |
|---|---:|---:|---:|---:|---:|`);
  for (const name of SERVERS) {
    const rounds = results.get(name) ?? [];
    const per = median(rounds);
    const [ratio, aim] =
      name === "backend" ? ["", ""] : [`${(ours / per).toFixed(2)} ×`, `≥ ${AIMS[name]} ×`];
    const shown = [per, Math.min(...rounds), Math.max(...rounds)].map((value) => Math.round(value));
    console.log(`| ${name} | ${shown.join(" | ")} | ${ratio} | ${aim} |`);
  }
}
