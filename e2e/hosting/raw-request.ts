import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { text } from "node:stream/consumers";

export type RawAnswer = { status: number; headers: IncomingMessage["headers"]; body: string };

/**
 * Asks the hosted site without a browser: a name that only the tests know is resolved by nobody.
 *
 * @param from the address that the proxy sees; every address of 127.0.0.0/8 is this machine's
 */
export function rawRequest(
  origin: string,
  path: string,
  {
    method = "GET",
    from = "127.0.0.1",
    headers = {},
  }: { method?: string; from?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method,
        servername: hostname,
        localAddress: from,
        rejectUnauthorized: false,
        agent: false,
        headers: { Host: host, ...headers },
      },
      (answer) => {
        const { statusCode: status = 0, headers: received } = answer;
        text(answer).then((body) => resolve({ status, headers: received, body }), reject);
      },
    );
    sent.once("error", reject).end();
  });
}
