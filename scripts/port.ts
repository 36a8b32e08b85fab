import { createServer } from "node:net";
import getPort from "get-port";
import { Refusal } from "./fail";

/** Every address that a browser may mean by `localhost`, and both wildcards. */
const ADDRESSES = ["127.0.0.1", "::1", "0.0.0.0", "::"];

/**
 * Makes sure that nothing listens on the port yet. All local addresses are tried: a server on `127.0.0.1` and ours on
 * `::1` would both start, and the browser would pick one.
 *
 * @throws Refusal naming the port and what to do
 */
export async function assertPortFree(port: number, command: string): Promise<void> {
  for (const address of ADDRESSES) {
    const code = await listenError(port, address);
    if (code === "EADDRINUSE") {
      throw new Refusal(
        `Port ${port} is in use. Stop what runs there, or take another: PORT=${port + 1} ${command}`,
      );
    }
    if (code === "EACCES") {
      throw new Refusal(`Port ${port} needs privileges. Take one above 1023: PORT=3000 ${command}`);
    }
  }
}

/**
 * Makes sure that the host can be listened on: a build must not come first.
 *
 * @param host undefined means every interface
 * @throws Refusal naming HOST and what to do
 */
export async function assertHostOurs(host: string | undefined, command: string): Promise<void> {
  if (host === undefined) return;
  const code = await listenError(0, host);
  if (code === undefined) return;
  throw new Refusal(
    `HOST ${host} is no address of this machine (${code}). Take one that is, or leave it out: HOST=localhost ${command}`,
  );
}

/** A port that is free now, for a server whose number is of no matter. */
export function freePort(): Promise<number> {
  return getPort();
}

/** The error code of listening there, or undefined: also where the machine lacks such an address (no IPv6). */
function listenError(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
