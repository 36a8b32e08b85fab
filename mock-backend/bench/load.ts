import { z } from "zod";
import { Connection } from "./connection.ts";
import { type Target, targetSchema } from "./target.ts";

/** The load generator, a process of its own: keeps every connection refreshing for a while, on command. */
const commandSchema = z.object({ target: z.string(), milliseconds: z.number().max(60_000) });
const connections = new Map<string, Connection[]>();

process.on("message", async (message) => {
  const opened = z.object({ open: z.string(), target: targetSchema }).safeParse(message);
  if (opened.success) {
    connections.set(opened.data.open, chainsOf(opened.data.target));
    return;
  }
  const { target, milliseconds } = commandSchema.parse(message);
  const started = performance.now();
  const counts = await Promise.all(
    (connections.get(target) ?? []).map((connection) => chain(connection, started + milliseconds)),
  );
  const refreshes = counts.reduce((sum, count) => sum + count, 0);
  process.send?.({ perSecond: refreshes / ((performance.now() - started) / 1000) });
});

function chainsOf(target: Target): Connection[] {
  return target.refreshTokens.map((token) => new Connection(target, token));
}

async function chain(connection: Connection, until: number): Promise<number> {
  let count = 0;
  connection.open();
  while (performance.now() < until) {
    await connection.refresh();
    count += 1;
  }
  connection.close();
  return count;
}
