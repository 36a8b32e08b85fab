import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { execa, execaSync } from "execa";
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
const canPin = cores > 1 && execaSync("taskset", ["-V"], { reject: false }).exitCode === 0;
const children: BenchProcess[] = [];

type BenchProcess = ReturnType<typeof start>;

function start(script: string, core: number) {
  const node = [process.execPath, "--import", "tsx", fileURLToPath(new URL(script, import.meta.url))];
  const [command = "", ...rest] = canPin ? ["taskset", "-c", String(core), ...node] : node;
  const child = execa(command, rest, {
    stdio: ["ignore", "inherit", "inherit"],
    ipc: true,
    env: { NODE_ENV: "production" },
    buffer: false,
    reject: false,
    serialization: "json",
  });
  return child;
}

async function message<Schema extends z.ZodType>(
  child: BenchProcess,
  schema: Schema,
): Promise<z.infer<Schema>> {
  // Throws when the process ends first.
  return schema.parse(await child.getOneMessage());
}

function median(values: number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

try {
  const load = start("load.ts", 1);
  children.push(load);
  for (const name of SERVERS) {
    const server = start(`servers/${name}.ts`, 0);
    children.push(server);
    await load.sendMessage({ open: name, target: await message(server, targetSchema) });
  }
  const measure = async (target: string, milliseconds: number) => {
    const answer = message(load, z.object({ perSecond: z.number() }));
    await load.sendMessage({ target, milliseconds });
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
