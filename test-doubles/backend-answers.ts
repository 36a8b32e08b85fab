import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, vi } from "vitest";

/** One answer of the backend: sent to every request, whatever its path. */
export type Answer = { status?: number; headers?: Record<string, string>; body?: string | object };

/** What arrived, with its body. */
export type Asked = { method: string; path: string; headers: IncomingMessage["headers"]; body: string };

/** A backend for a test file: it listens on loopback, BACKEND_URL names it, and it answers as it is told. */
export function answeringBackend() {
  const asked: Asked[] = [];
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      asked.push({ method, path, headers, body: Buffer.concat(chunks).toString() });
      handle(request, response);
    });
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    vi.stubEnv("BACKEND_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterEach(() => {
    asked.length = 0;
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  return {
    asked,
    answer({ status = 200, headers = {}, body = "" }: Answer): void {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      handle = (_request, response) => response.writeHead(status, headers).end(text);
    },
    handle(work: typeof handle): void {
      handle = work;
    },
  };
}
