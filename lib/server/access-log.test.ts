import { EventEmitter, once } from "node:events";
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { z } from "zod";
import { loggedPath, logRequest } from "./access-log";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** One request to a server that logs, and the line that it wrote. */
async function lineOf(path: string, { giveUp = false } = {}) {
  const lines = new EventEmitter();
  const written = once(lines, "line");
  const server = createServer((request, response) => {
    logRequest(request, response, "203.0.113.9", (line) => lines.emit("line", line));
    if (giveUp) response.write("half");
    else response.writeHead(403).end("no");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const request = get({ port, host: "127.0.0.1", path }, (answer) => {
    if (giveUp) request.destroy();
    else answer.resume();
  });
  const [line] = z.tuple([z.string()]).parse(await written);
  return z.record(z.string(), z.unknown()).parse(JSON.parse(line));
}

it("is one object with who, what, and how it ended", async () => {
  expect(await lineOf("/api/notes?token=secret")).toEqual({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    client: "203.0.113.9",
    method: "GET",
    path: "/api/notes",
    status: 403,
    durationMs: expect.any(Number),
  });
});

it("says 499 where the client went away before the end", async () => {
  expect(await lineOf("/mock-backend/lab/events", { giveUp: true })).toMatchObject({ status: 499 });
});

it("never holds a token, wherever in the address one was put", () => {
  const token = `eyJ${"a".repeat(60)}.${"b".repeat(80)}.${"c".repeat(40)}`;
  for (const target of [`/inspector?token=${token}`, `/x/${token}/y`, `/notes#${token}`]) {
    expect(loggedPath(target)).not.toContain("aaa");
  }
});
