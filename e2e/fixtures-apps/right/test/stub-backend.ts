import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";

export type Request = { call: string; headers: IncomingHttpHeaders; body: string };
export type Reply = { status?: number; headers?: Record<string, string>; body?: string | Buffer | object };
type Handler = (request: Request, response: ServerResponse) => Reply | undefined | Promise<Reply | undefined>;

/** A backend of one test file, whose every answer the tests write themselves. The app's environment points at it. */
export class StubBackend {
  url = "";
  requests: Request[] = [];
  /** Answers every request; an answer of undefined was written by the handler, or never will be. */
  handler: Handler = () => ({ status: 500 });

  answer(...replies: Reply[]): void {
    this.handler = () => (replies.length > 1 ? replies.shift() : replies[0]);
  }

  calls(): string[] {
    return this.requests.map(({ call }) => call);
  }
}

export function stubBackend(): StubBackend {
  const backend = new StubBackend();
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const seen = { call: `${method} ${url}`, headers, body: await text(request) };
    backend.requests.push(seen);
    const reply = await backend.handler(seen, response);
    if (reply === undefined) return;
    const { status = 200, headers: more, body = "" } = reply;
    const isJson = typeof body === "object" && !Buffer.isBuffer(body);
    response.writeHead(status, { ...(isJson && { "Content-Type": "application/json" }), ...more });
    response.end(isJson ? JSON.stringify(body) : body);
  });
  beforeAll(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("The stub has no port.");
    backend.url = `http://127.0.0.1:${address.port}`;
    vi.stubEnv("BACKEND_URL", backend.url);
    vi.stubEnv("NEXTAUTH_URL", "http://localhost:3001");
    vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  });
  beforeEach(() => {
    backend.requests = [];
    backend.handler = () => ({ status: 500 });
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    vi.unstubAllEnvs();
  });
  return backend;
}
