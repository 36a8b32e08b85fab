import fc from "fast-check";
import { z } from "zod";
import { isAnswered, told } from "../fixtures/strange/judge";
import { StrangeSender } from "../fixtures/strange/send";
import { type StrangeRequest, strangeRequests } from "../fixtures/strange/strange-request";
import { type StrangeVisitor, strangeVisitors } from "../fixtures/strange/visitors";
import { expect, test } from "../fixtures/test";

/**
 * As many as half a minute allows where two cores serve everything; the seed is another one each time.
 * `STRANGE_REQUESTS=10000 npm run e2e -- strange-requests` sends more.
 */
const REQUESTS = z.coerce.number().int().positive().default(2_500).parse(process.env.STRANGE_REQUESTS);
/** Far more than one takes on a busy machine. */
const LONGEST_MS = 100;
const CONNECTIONS = 8;

const form = { "content-type": "multipart/form-data; boundary=x" };
const json = { "content-type": "application/json" };
const urlencoded = { "content-type": "application/x-www-form-urlencoded" };
const action = { "next-action": "KNOWN", "content-type": "text/plain;charset=UTF-8" };

/** Each was answered 500 once, with what it is answered now. */
const known: readonly [
  kind: string,
  status: number,
  method: string,
  target: string,
  headers?: Record<string, string>,
  body?: string,
][] = [
  ["a path that cannot be decoded", 400, "GET", "/lessons/%E0%A4%A"],
  ["a method that Fetch forbids", 405, "TRACE", "/notes"],
  ["a form that cannot be read", 400, "POST", "/", form, "--x\r\n"],
  ["a form that cannot be read, to a file", 400, "POST", "/og/nothing.png", form, "a"],
  ["a form that says it is a prefetch", 400, "POST", "/", { ...form, "next-router-prefetch": "1" }, "a"],
  ["an Origin that is none", 400, "POST", "/", { ...action, origin: "http://" }, "[]"],
  ["arguments that are no list", 400, "POST", "/notes", action, "5"],
  ["arguments that point nowhere", 400, "POST", "/notes", action, '["$1:a:b"]'],
  ["a run that was never recorded", 404, "POST", "/lessons/refresh-rotation/runs/nothing", urlencoded, "a=b"],
  [
    "a callback cookie that is no address",
    200,
    "GET",
    "/api/auth/session",
    { cookie: "silent-refresh.callback-url=%00" },
  ],
  ["a callbackUrl that is no address", 400, "GET", "/api/auth/session?callbackUrl=%00"],
  [
    "a posted callbackUrl that is none",
    400,
    "POST",
    "/api/auth/signout",
    urlencoded,
    "csrfToken=CSRF&callbackUrl=%00",
  ],
  ["JSON that is none", 400, "POST", "/api/auth/session", json, "{nope"],
  ["JSON of another shape", 400, "POST", "/api/auth/signout", json, '{"callbackUrl":[]}'],
  ["credentials that are not posted", 405, "GET", "/api/auth/callback/credentials"],
  ["an error that no header can hold", 400, "GET", "/api/auth/error?error=%0d%0aX"],
];

test.describe("requests that no page of the site makes", () => {
  // One worker for all: the visitors are made once.
  test.describe.configure({ mode: "default" });
  let sender: StrangeSender;
  let visitors: readonly StrangeVisitor[];

  test.beforeAll(async ({ baseURL }) => {
    sender = new StrangeSender(baseURL ?? "", CONNECTIONS);
    visitors = await strangeVisitors(baseURL ?? "");
  });
  test.afterAll(() => sender.close());

  test("those that were once taken for the server's fault", async () => {
    const [nobody] = visitors;
    if (nobody === undefined) throw new Error("there is nobody to send them");
    const answered: string[] = [];
    for (const [kind, , method, target, headers = {}, body] of known) {
      const request = {
        method,
        target,
        headers,
        body: body === undefined ? null : Buffer.from(body),
        sender: 0,
      };
      answered.push(`${kind}: ${(await sender.send(request, nobody))?.status}`);
    }
    expect(answered).toEqual(known.map(([kind, status]) => `${kind}: ${status}`));
  });

  test("an address outside of the lab, for the proxy that goes anywhere", async () => {
    const by = visitors.find(({ variant }) => variant.includes("open-proxy"));
    if (by === undefined) throw new Error("no lab runs open-proxy");
    for (const [address, error] of [
      ["http://example.org/", "no_such_host"],
      ["http://[", "invalid_url"],
    ] as const) {
      const target = `/api/backend?url=${encodeURIComponent(address)}`;
      const answer = await sender.send({ method: "GET", target, headers: {}, body: null, sender: 0 }, by);
      expect([answer?.status, JSON.parse(answer?.body ?? "{}").error]).toEqual([400, error]);
    }
  });

  // Left out: an Origin of another site, to which Next itself answers 500, and actions that throw on purpose, which are
  // lesson 3's subject.
  test(`${REQUESTS} of any kind are never answered as the server's fault`, async () => {
    test.setTimeout(60_000 + REQUESTS * LONGEST_MS);
    const seed = Date.now() % 2 ** 31;
    const requests = fc.sample(strangeRequests, { seed, numRuns: REQUESTS });
    const faults: string[] = [];
    const statuses = new Map<number, number>();
    const waiting = requests.values();
    const sendAll = async () => {
      for (const request of waiting) {
        const by = visitors[request.sender % visitors.length];
        if (by === undefined) throw new Error("there is nobody to send it");
        const answer = await sender.send(request, by);
        statuses.set(answer?.status ?? 0, (statuses.get(answer?.status ?? 0) ?? 0) + 1);
        if (!isAnswered(answer, by)) faults.push(told(request, by, answer));
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, sendAll));
    expect(faults, `with the seed ${seed}`).toEqual([]);
    for (const status of [200, 400, 401, 403, 404, 405])
      expect(statuses.get(status), `${status}`).toBeGreaterThan(0);
  });
});

/** What a request is made of can be sent: fast-check's arbitraries know nothing of HTTP. */
test("the same seed brings the same requests", () => {
  const sample = (seed: number): StrangeRequest[] => fc.sample(strangeRequests, { seed, numRuns: 20 });
  expect(sample(1)).toEqual(sample(1));
  expect(sample(1)).not.toEqual(sample(2));
});
