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

const asked = (method: string, path: string, headers: Record<string, string>) =>
  forwardToBackend(
    new NextRequest(`http://localhost:3000/mock-backend${path}`, {
      method,
      headers: { cookie: `silent-refresh.lab=${"A".repeat(22)}`, ...headers },
    }),
  );

test.each(["/lab", "/%6Cab"])(
  "labs made at %s count for their address, however it is spelled",
  async (path) => {
    const headers = { "x-client-address": path === "/lab" ? "192.0.2.20" : "192.0.2.21" };
    const statuses = new Map<number, number>();
    for (let count = 0; count < 130; count += 1) {
      const { status } = await asked("POST", path, headers);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect(Object.fromEntries(statuses)).toEqual({ 201: 120, 429: 10 });
    const refused = await asked("POST", path, headers);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      error: "too_many_requests",
      error_description: expect.stringMatching(
        /^Too many labs were made from your address\. Try again in \d+ s\.$/,
      ),
    });
  },
);

test("sign-ins count, and what another site's page sends uses up nobody's limit", async () => {
  const headers = { "x-client-address": "192.0.2.22" };
  const signIn = (more = {}) => asked("POST", "/v1/auth/login", { ...headers, ...more });
  for (let count = 0; count < 250; count += 1) {
    expect((await signIn({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  }
  for (let count = 0; count < 240; count += 1) expect((await signIn()).status).toBe(404);
  expect((await signIn()).status).toBe(429);
});
