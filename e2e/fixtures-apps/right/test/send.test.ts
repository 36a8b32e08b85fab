import { once } from "node:events";
import { createServer } from "node:http";
import { createGzip, gzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { listNotes, login, refresh } from "../lib/backend";
import { stubBackend } from "./stub-backend";

const backend = stubBackend();
afterEach(() => void vi.restoreAllMocks());

const unavailable = { code: "unavailable" };

test("a redirect to another origin is given neither the password nor a token", async () => {
  const seen: string[] = [];
  const elsewhere = createServer((request, response) => {
    seen.push(String(request.url));
    response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  const address = elsewhere.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const headers = { Location: `http://127.0.0.1:${port}/taken` };
  for (const status of [301, 302, 303, 307, 308]) {
    backend.answer({ status, headers });
    await expect(login("ada@example.com", "analytical-engine")).rejects.toMatchObject(unavailable);
    await expect(refresh("R1")).rejects.toMatchObject(unavailable);
    await expect(listNotes("A1")).rejects.toMatchObject(unavailable);
  }
  expect(backend.requests).toHaveLength(15);
  expect(seen).toEqual([]);
  elsewhere.close();
});

test("a gzip bomb is stopped soon after the limit, and its connection is closed", async () => {
  let written = 0;
  let closed: Promise<unknown> = Promise.resolve();
  const chunk = Buffer.alloc(1_048_576, " ");
  backend.handler = (_request, response) => {
    closed = once(response, "close");
    response.writeHead(200, { "Content-Encoding": "gzip", "Content-Type": "application/json" });
    const gzip = createGzip();
    gzip.pipe(response);
    const more = () => {
      if (response.destroyed || written >= 300) return;
      written += 1;
      gzip.write(chunk, more);
    };
    more();
    return undefined;
  };
  await expect(listNotes("A1")).rejects.toMatchObject(unavailable);
  await closed;
  expect(written).toBeLessThan(300);
});

test("a body of the limit is read, and one byte more is not", async () => {
  const reply = (bytes: number) => {
    const json = JSON.stringify({ notes: [{ id: "1", title: "" }] });
    return gzipSync(json.padEnd(bytes));
  };
  const headers = { "Content-Encoding": "gzip" };
  backend.answer({ headers, body: reply(1_048_576) });
  expect(await listNotes("A1")).toEqual([{ id: "1", title: "" }]);
  backend.answer({ headers, body: reply(1_048_577) });
  await expect(listNotes("A1")).rejects.toMatchObject(unavailable);
});

test("the time-out covers the body", async () => {
  const original = AbortSignal.timeout.bind(AbortSignal);
  const timeout = vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => original(ms / 50));
  backend.handler = (_request, response) => {
    response.writeHead(200);
    response.write('{"notes":');
    return undefined;
  };
  await expect(listNotes("A1")).rejects.toMatchObject(unavailable);
  expect(timeout).toHaveBeenCalledWith(5_000);
});

test.each(["", "not gzip"])("a body that is not what its header says is no answer: %j", async (body) => {
  backend.answer({ headers: { "Content-Encoding": "gzip" }, body });
  await expect(listNotes("A1")).rejects.toMatchObject(unavailable);
});
