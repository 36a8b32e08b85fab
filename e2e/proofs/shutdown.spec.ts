import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { freePort, type OwnSite, startSite } from "../fixtures/own-site";
import { expect, test } from "../fixtures/test";
import { eventPageSchema } from "../fixtures/wire";

/** An orchestrator kills what is not gone by then. */
const GRACE_MS = 10_000;
/** Longer than it takes to send the signal, shorter than the grace. */
const SLOW_MS = 1_500;

async function labOf({ origin }: OwnSite): Promise<string> {
  const answer = await fetch(`${origin}/api/lab`, { method: "POST" });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** An event stream on a connection of its own; `text` is all that was ever sent, once the site has closed it. */
async function follow({ origin }: OwnSite, cookie: string): Promise<{ text: Promise<string> }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, Accept: "text/event-stream" };
    get(`${origin}/mock-backend/lab/events`, { headers, agent: false }, (answer) => {
      const whole = text(answer);
      answer.once("data", () => resolve({ text: whole }));
    }).once("error", reject);
  });
}

test("told to end, the site sends its readers away, answers who asked, and is gone", async () => {
  const site = await startSite(await freePort(), {});
  const cookie = await labOf(site);
  const streams = await Promise.all([follow(site, cookie), follow(site, cookie)]);
  const headers = { cookie, "Content-Type": "application/json" };
  const slow = { method: "PATCH", headers, body: JSON.stringify({ latencyMs: SLOW_MS }) };
  expect((await fetch(`${site.origin}/mock-backend/lab/settings`, slow)).status).toBe(200);
  const underWay = get(`${site.origin}/mock-backend/v1/notes`, { headers: { cookie }, agent: false });
  const answered = once(underWay, "response");
  await expect.poll(() => recorded(site, cookie), "the backend has the request").toContain("GET /v1/notes");
  const startedAt = performance.now();
  const stopped = site.stop();
  const [answer]: IncomingMessage[] = await answered;
  answer?.resume();
  expect(answer, "a request under way is answered by the backend").toMatchObject({ statusCode: 401 });
  for (const stream of streams) expect(await stream.text).toMatch(/\n\nretry: 3000\n\n$/);
  await stopped;
  expect(performance.now() - startedAt).toBeLessThan(GRACE_MS);
});

/** The names of the lab's events so far. */
async function recorded({ origin }: OwnSite, cookie: string): Promise<string[]> {
  const headers = { cookie, Accept: "application/json" };
  const answer = await fetch(`${origin}/mock-backend/lab/events`, { headers });
  return eventPageSchema.parse(await answer.json()).events.map(({ name }) => name);
}
