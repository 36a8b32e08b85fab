import type { Server } from "node:http";
import { EnvironmentError, readEnvironment, requireSecret } from "../env";
import { logRequest } from "./access-log";
import { CLIENT_ADDRESS_HEADER } from "./client-address";
import { onIncoming } from "./incoming";
import { routedTarget } from "./malformed-target";
import { endOnSignal } from "./shutdown";
import { addressOf } from "./trusted-proxy";
import { isUnanswerable, UNSUPPORTED_METHOD_PATH } from "./unanswerable-method";

/** Puts the site's server in order: who asks is known, what cannot be asked is refused, and the process ends when told. */
export function registerServer(): void {
  const { trustedProxies, logsRequests } = settings();
  const clientOf = addressOf(trustedProxies);
  const servers = new Set<Server>();
  onIncoming(({ request, response, server }) => {
    servers.add(server);
    const client = clientOf(request);
    request.headers[CLIENT_ADDRESS_HEADER] = client;
    if (logsRequests) logRequest(request, response, client, (line) => process.stdout.write(`${line}\n`));
    request.url = routedTarget(request.url ?? "/");
    if (isUnanswerable(request.method)) {
      request.method = "GET";
      request.url = UNSUPPORTED_METHOD_PATH;
    }
  });
  endOnSignal(servers);
}

/** Started without `npm start` (a container runs Next's own server), the process says here what it cannot be served with. */
function settings() {
  try {
    if (process.env.NODE_ENV === "production") requireSecret();
    return readEnvironment();
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
