import { NextRequest } from "next/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { createBackend } from "@/mock-backend/app";
import { nodeCrypto } from "@/mock-backend/crypto/node";
import { forwardToBackend } from "./forwarder";

const backend = createBackend({
  crypto: nodeCrypto,
  client: { id: "silent-refresh-web", secret: "a-secret-of-this-test" },
  issuer: "http://127.0.0.1:4000",
  defaultLab: false,
});

beforeEach(() => {
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => backend.fetch(new Request(url, init)));
});

afterEach(() => vi.unstubAllGlobals());

test("the event stream asks a proxy in front of the site not to hold it back", async () => {
  const made = await backend.fetch(new Request("http://127.0.0.1:4000/lab", { method: "POST" }));
  const { id } = z.object({ id: z.string() }).parse(await made.json());
  const leaving = new AbortController();
  const request = new NextRequest("http://localhost:3000/mock-backend/lab/events", {
    headers: { cookie: `silent-refresh.lab=${id}` },
    signal: leaving.signal,
  });
  const { status, headers } = await forwardToBackend(request);
  leaving.abort();
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/event-stream");
  // Without it nginx collects the stream until a buffer is full.
  expect(headers.get("x-accel-buffering")).toBe("no");
});
