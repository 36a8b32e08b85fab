import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import type { Backend } from "./app.ts";

export interface Listener {
  /** `http://host:port`, without a slash at the end. */
  readonly url: string;
  /** Answers the requests under way, ends event streams and frees the port. */
  close(): Promise<void>;
}

/**
 * Serves a backend over HTTP.
 *
 * @param ownProcess whether the process is the backend's own: then the adapter's faster `Response` may replace the global one
 * @throws NodeJS.ErrnoException `EADDRINUSE` when the port is taken
 */
export async function listen(
  backend: Backend,
  { host, port, ownProcess = false }: { host: string; port: number; ownProcess?: boolean },
): Promise<Listener> {
  const server = createAdaptorServer({
    fetch: (request: Request) => backend.fetch(request),
    overrideGlobalObjects: ownProcess,
  });
  if (!isHttpServer(server)) throw new Error("the adapter made no HTTP/1.1 server");
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const address = server.address();
  const bound = typeof address === "object" && address ? address.port : port;
  return { url: origin(host, bound), close: () => close(server) };
}

/** The origin of a host and port; an IPv6 address needs its brackets. */
export function origin(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function isHttpServer(server: object): server is Server {
  return "closeAllConnections" in server;
}

/** Event streams never end by themselves, so after a moment for the rest their connections are cut. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 500);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
