import { createServer, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { testBackend } from "./fixtures/test-lab.ts";
import { type Listener, listen, origin } from "./listen.ts";

const open: Listener[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close()));
});

async function start() {
  const backend = testBackend();
  const listener = await listen(backend, { host: "127.0.0.1", port: 0 });
  open.push(listener);
  const made = await fetch(`${listener.url}/lab`, { method: "POST" });
  const { id } = z.object({ id: z.string() }).parse(await made.json());
  const followers = async () => (await backend.store.find(id))?.events.followers;
  return { listener, backend, id, followers };
}

test("serves the backend on loopback", async () => {
  const { listener, id } = await start();
  const answer = await fetch(`${listener.url}/v1/auth/login`, {
    method: "POST",
    headers: { "X-Lab": id, "Content-Type": "application/json" },
    body: JSON.stringify({ email: "ada@example.com", password: "analytical-engine" }),
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ token_type: "Bearer" });
});

test("leaves the process's own Request and Response alone", async () => {
  const before = [globalThis.Request, globalThis.Response];
  await start();
  expect([globalThis.Request, globalThis.Response]).toEqual(before);
});

test("a taken port is an error, not a surprise", async () => {
  const { listener } = await start();
  const { port } = new URL(listener.url);
  await expect(listen(testBackend(), { host: "127.0.0.1", port: Number(port) })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
});

test("an event stream reaches its reader at once, and a dropped connection leaves nothing behind", async () => {
  const { listener, id, followers } = await start();
  const caller = new AbortController();
  const response = await fetch(`${listener.url}/lab/events`, {
    headers: { "X-Lab": id },
    signal: caller.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("lab.created")) text += (await reader?.read())?.value ?? "";
  expect(await followers()).toBe(1);
  caller.abort();
  await vi.waitFor(async () => expect(await followers()).toBe(0));
});

test("a caller who hangs up while the backend does not answer leaves nothing behind", async () => {
  const { listener, backend, id } = await start();
  const lab = await backend.store.find(id);
  await lab?.changeSettings({ fault: "timeout" });
  const caller = new AbortController();
  const call = fetch(`${listener.url}/v1/me`, { headers: { "X-Lab": id }, signal: caller.signal });
  await vi.waitFor(() => expect(lab?.events.page(0, 10).events.at(-1)).toContain('"name":"fault.injected"'));
  caller.abort();
  await expect(call).rejects.toThrow();
  await vi.waitFor(() => expect(lab?.events.page(0, 10).events.at(-1)).toContain('"code":"aborted"'));
});

test("closing ends open event streams and frees the port", async () => {
  const { listener, id } = await start();
  const response = await fetch(`${listener.url}/lab/events`, { headers: { "X-Lab": id } });
  await listener.close();
  await expect(response.text()).rejects.toThrow();
  await expect(fetch(listener.url)).rejects.toThrow();
});

test("a body over the bound is refused with 413, declared or not", async () => {
  const { listener, id } = await start();
  const { port } = new URL(listener.url);
  const send = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      const call = httpRequest(
        { port, path: "/v1/auth/refresh", method: "POST", headers: { "X-Lab": id, ...headers } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      );
      call.on("error", reject);
      call.end("x".repeat(20_000));
    });
  expect(await send({ "Content-Type": "application/json", "Content-Length": "20000" })).toBe(413);
  expect(await send({ "Content-Type": "application/json", "Transfer-Encoding": "chunked" })).toBe(413);
});

test("garbage on the wire does not bring it down", async () => {
  const { listener } = await start();
  const { port } = new URL(listener.url);
  for (const bytes of [
    "\r\n\r\n",
    "GET\r\n\r\n",
    "POST /v1/me HTTP/1.1\r\nHost: %\r\n\r\n",
    "\u0000\u0001",
  ]) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () => socket.end(bytes));
      socket.on("error", () => undefined).on("close", () => resolve());
      socket.resume();
    });
  }
  expect((await fetch(`${listener.url}/.well-known/oauth-authorization-server`)).status).toBe(200);
});

test("an IPv6 host gets its brackets", () => {
  expect(origin("::1", 4000)).toBe("http://[::1]:4000");
  expect(origin("127.0.0.1", 4000)).toBe("http://127.0.0.1:4000");
});

test("the embedded backend takes the next free port, once per process", async () => {
  const { startEmbeddedBackend } = await import("./embedded.ts");
  const taken = createServer();
  await new Promise<void>((resolve) => {
    taken.once("error", () => resolve()).listen(4000, "127.0.0.1", resolve);
  });
  const [first, second] = await Promise.all([startEmbeddedBackend({}), startEmbeddedBackend({})]);
  open.push(first);
  taken.close();
  expect(first).toBe(second);
  // A hot reload evaluates the module anew: it must find the listener of before.
  vi.resetModules();
  const reloaded = await import("./embedded.ts");
  expect(reloaded.startEmbeddedBackend).not.toBe(startEmbeddedBackend);
  expect(await reloaded.startEmbeddedBackend({})).toBe(first);
  expect(Number(new URL(first.url).port)).toBeGreaterThan(4000);
  const answer = await fetch(`${first.url}/v1/me`);
  // A shared process has no lab to fall back on.
  expect(await answer.json()).toMatchObject({ error: "lab_required" });
  const metadata = await fetch(`${first.url}/.well-known/oauth-authorization-server`);
  expect(await metadata.json()).toMatchObject({ issuer: first.url });
});
