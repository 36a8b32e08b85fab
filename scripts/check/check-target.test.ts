import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { catalog } from "@/content/catalog";
import type { CheckResult } from "@/lib/check/report";
import { freePort } from "../port";
import { checkTarget } from "./check-target";
import { makePlan } from "./plan";

const lessons = catalog.map(({ meta }) => meta);
const plan = makePlan(lessons, { lessons: ["credentials-provider"], variants: ["yours"], grep: /malformed/ });
/** None of these sites has what is asked for, so no browser is needed. */
const howTo = { chromium: "/no/browser", workers: 1, html: null, timeLimitMs: 2_000 };

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server = undefined;
});

/** @returns the origin of a site that has these lessons */
async function site(lessons: { slug: string; variants: string[] }[]): Promise<string> {
  server = createServer(({ url, headers }, response) => {
    const about = { project: "silent-refresh", url: `http://${headers.host}`, lessons };
    response.end(JSON.stringify(url === "/api/about" ? about : { id: "lab" }));
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function check(url: string) {
  const watched: CheckResult[] = [];
  const watch = { started: () => {}, ended: (result: CheckResult) => watched.push(result) };
  const checked = await checkTarget({ name: "Ada", url }, plan, lessons, howTo, watch);
  expect(watched, "every result is told as it comes").toEqual(checked.results);
  return checked;
}

it("skips what an older site does not have, and says what that is", async () => {
  const url = await site([{ slug: "start", variants: [] }]);
  const { problem, results } = await check(url);
  expect(problem).toBeNull();
  expect(results).toMatchObject([
    { check: "malformed", status: "skipped", message: `${url} has no lesson "credentials-provider".` },
  ]);
});

it("skips a variant that the site does not have", async () => {
  const url = await site([{ slug: "credentials-provider", variants: ["server-side"] }]);
  expect((await check(url)).results).toMatchObject([
    { status: "skipped", message: `${url} has no variant "yours" of lesson "credentials-provider".` },
  ]);
});

it("has no verdict on a site that does not answer", async () => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const { problem, results, state } = await check(url);
  expect(state).toBe("unreachable");
  expect(results).toMatchObject([{ status: "error", message: problem }]);
});
