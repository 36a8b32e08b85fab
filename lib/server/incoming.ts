import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** A request that has just reached the site's server, before Next has seen it. */
export type Incoming = { request: IncomingMessage; response: ServerResponse; server: Server };

type Published = Incoming & { socket: Socket };

/**
 * Calls back for every request to the site, before Next handles it. Next starts the server itself, so Node's own channel
 * is the way in (Node, Diagnostics Channel, `http.server.request.start`). The embedded backend's server publishes there
 * too: the site's is the one on `PORT`, which Next sets to the port it got.
 */
export function onIncoming(see: (incoming: Incoming) => void): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response, server, socket } = message as Published;
    if (socket.localPort === Number(process.env.PORT)) see({ request, response, server });
  });
}
