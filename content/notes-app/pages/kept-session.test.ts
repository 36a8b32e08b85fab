import type { Session } from "next-auth";
import { beforeEach, expect, test, vi } from "vitest";
import type { Sender } from "./kept-session";

const ada: Session = { user: { name: "Ada Lovelace" }, expires: "2030-01-01T00:00:00.000Z" };
const question = "/api/auth/session";

type Answer = Response | "no answer";

/** A document whose requests are answered so, one after another, and its session kept. */
async function shownTo(session: Session | null, ...answers: Answer[]) {
  const send = vi.fn(async () => {
    const answer = answers.shift();
    if (!(answer instanceof Response)) throw new TypeError("Failed to fetch");
    return answer;
  });
  const page: Sender = { fetch: send };
  const { away, keepSession } = await import("./kept-session");
  keepSession(page, session);
  return { page, send, away };
}

const asks = async (page: Sender) => (await page.fetch(question, { headers: {} })).json();

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("document", { baseURI: "http://localhost:3000/notes" });
});

const failures: [string, () => Answer][] = [
  ["503", () => Response.json({ error: "backend_unreachable" }, { status: 503 })],
  ["an empty 500", () => new Response(null, { status: 500 })],
  ["no answer", () => "no answer"],
  ["a page of a proxy's", () => new Response("<h1>Bad Gateway</h1>")],
];

test.each(failures)("%s leaves the session as it was told last", async (_, failure) => {
  const grace = { ...ada, user: { name: "Grace Hopper" } };
  const { page, away } = await shownTo(ada, failure(), Response.json(grace), failure());
  const heard = vi.fn();
  away.subscribe(heard);
  expect(await asks(page)).toEqual(ada);
  expect(away.get()).toBe(true);
  expect(await asks(page)).toEqual(grace);
  expect(away.get()).toBe(false);
  expect(await asks(page)).toEqual(grace);
  expect(heard).toHaveBeenCalledTimes(3);
});

test("a real answer counts: nobody is nobody, and stays so in an outage", async () => {
  const { page, away } = await shownTo(ada, Response.json({}), "no answer");
  expect(await asks(page)).toEqual({});
  expect(away.get()).toBe(false);
  await expect(asks(page)).rejects.toThrow("Failed to fetch");
});

test("what else the page asks goes its own way", async () => {
  const failed = () => Response.json({ error: "any" }, { status: 503 });
  const { page, away } = await shownTo(ada, failed(), failed());
  expect((await page.fetch("/api/notes")).status).toBe(503);
  expect((await page.fetch(question, { method: "POST", body: "{}" })).status).toBe(503);
  expect(away.get()).toBe(false);
});

test("a page that is rendered anew is listened to once", async () => {
  const { page, send } = await shownTo(null, "no answer");
  const { keepSession } = await import("./kept-session");
  keepSession(page, ada);
  expect(await asks(page)).toEqual(ada);
  expect(send).toHaveBeenCalledTimes(1);
});
