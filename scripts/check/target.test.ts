import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { freePort } from "../port";
import { probe } from "./target";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** @returns the origin of a server that answers like this */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const about = (url: string) => ({
  project: "silent-refresh",
  url,
  lessons: [{ slug: "start", variants: [] }],
});

/** A site of this project that says this of its lab. */
function site(status: number, lab: object, lives?: string): RequestListener {
  return ({ url, headers }, response) => {
    const body = url === "/api/about" ? about(lives ?? `http://${headers.host}`) : lab;
    response.writeHead(url === "/api/about" ? 200 : status).end(JSON.stringify(body));
  };
}

it("knows a site of this project, and what it has", async () => {
  const url = await serve(site(200, { id: "lab" }));
  expect(await probe(url)).toEqual({ state: "ready", about: about(url) });
});

it("knows another site, whatever it answers", async () => {
  const page = await serve((_request, response) => response.end("<h1>Welcome</h1>"));
  const json = await serve((_request, response) => response.writeHead(404).end('{"error":"not_found"}'));
  for (const url of [page, json]) {
    expect(await probe(url)).toMatchObject({
      state: "foreign",
      problem: expect.stringContaining("is not a site of this project"),
    });
  }
});

it("gives up on a site that is down, and on one that never answers", async () => {
  const dead = `http://127.0.0.1:${await freePort()}`;
  const hanging = await serve(() => {});
  const halfway = await serve((_request, response) => response.writeHead(200).write("{"));
  for (const url of [dead, hanging, halfway]) {
    expect(await probe(url, 200)).toEqual({
      state: "unreachable",
      problem: `No site answers at ${url}. Start it (npm start), or name another address.`,
    });
  }
});

it("says of a site that lives elsewhere where to check it", async () => {
  const url = await serve(site(200, { id: "lab" }, "http://localhost:3000"));
  expect(await probe(url)).toEqual({
    state: "misconfigured",
    problem: `${url} says that it lives at http://localhost:3000: check that address, or set NEXTAUTH_URL=${url} there.`,
  });
});

it("says of a site without a backend what to look at", async () => {
  const url = await serve(site(502, { error: "backend_unreachable" }));
  expect(await probe(url)).toMatchObject({
    state: "misconfigured",
    problem: expect.stringContaining("cannot make a lab (backend_unreachable): is its backend running"),
  });
});
