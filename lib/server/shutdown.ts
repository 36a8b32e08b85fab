import type { Server } from "node:http";
import { processWide } from "./process-wide";

/** How long requests under way may still take; orchestrators usually wait for ten seconds. */
const GRACE_MS = 8_000;
/** A connection that has had its answer is idle, and Node closes idle ones only when told to. */
const SWEEP_MS = 100;

const controller = processWide("shutdown", () => new AbortController());

/** Aborted once the process has been told to end: an event stream ends then, since it would never end by itself. */
export function shutdownSignal(): AbortSignal {
  return controller.signal;
}

/**
 * On SIGTERM and SIGINT: event streams end, requests under way finish, and the process is gone within eight seconds.
 * Next's own handler stops listening and exits once every connection is closed; a kept-alive one would hold it up.
 *
 * @param servers the servers that have had a request
 */
export function endOnSignal(servers: ReadonlySet<Server>): void {
  const end = (exitCode: number) => () => {
    if (controller.signal.aborted) return;
    controller.abort();
    setInterval(() => {
      for (const server of servers) server.closeIdleConnections();
    }, SWEEP_MS).unref();
    setTimeout(() => process.exit(exitCode), GRACE_MS).unref();
  };
  process.on("SIGTERM", end(143));
  process.on("SIGINT", end(130));
}
