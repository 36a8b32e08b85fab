import { NextRequest } from "next/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LabError } from "./control";
import { labLeave, openLab } from "./lab-session";
import { labUnavailable } from "./without-lab";

const cookie = `silent-refresh.lab=${"A".repeat(22)}`;
const asked = (method: string, headers: Record<string, string> = {}) =>
  new NextRequest("http://localhost:3000/notes", { method, headers: { Host: "localhost:3000", ...headers } });

let made = 0;
/** What the backend says of the lab that the cookie names. */
let gone: unknown;

beforeEach(() => {
  made = 0;
  gone = {};
  vi.stubGlobal("fetch", async (_: string, { method }: RequestInit) => {
    if (method !== "POST") return Response.json(gone, { status: 404 });
    made += 1;
    return Response.json({ id: "B".repeat(22) }, { status: 201 });
  });
});

afterEach(() => vi.unstubAllGlobals());

test.each([
  ["GET", {}, "renew"],
  ["HEAD", {}, "renew"],
  ["GET", { "Sec-Fetch-Site": "none" }, "renew"],
  ["GET", { "Sec-Fetch-Site": "same-origin" }, "renew"],
  ["GET", { "Sec-Fetch-Site": "cross-site" }, "find"],
  ["POST", {}, "make"],
  ["POST", { "Sec-Fetch-Site": "same-origin" }, "make"],
  ["POST", { Origin: "http://localhost:3000" }, "make"],
  ["POST", { Origin: "http://elsewhere.example" }, "find"],
  ["DELETE", { "Sec-Fetch-Site": "same-site" }, "find"],
  ["POST", { "Sec-Fetch-Site": "cross-site", Origin: "http://localhost:3000" }, "find"],
])("%s with %o has leave to %s a lab", (method, headers, leave) => {
  expect(labLeave(asked(method, headers))).toBe(leave);
});

test.each(["find", "renew", "make"] as const)("with leave to %s, a browser without a lab", async (leave) => {
  const lab = await openLab(asked("GET"), leave);
  expect(lab?.origin).toBe(leave === "make" ? "created" : undefined);
  expect(made).toBe(leave === "make" ? 1 : 0);
});

test("a lab that is gone is left gone for another site's request", async () => {
  expect(await openLab(asked("GET", { cookie }), "find")).toBeNull();
  expect(made).toBe(0);
});

test.each([
  [{ error: "unknown_lab", reason: "idle" }, "idle"],
  [{ error: "unknown_lab", reason: "made_room" }, "made_room"],
  [{ error: "unknown_lab", reason: "unknown" }, "unknown"],
  [{ error: "unknown_lab" }, "unknown"],
  [{ reason: "something new" }, "unknown"],
  ["no object", "unknown"],
])("a lab that is gone, of which the backend says %o, ended as %s", async (said, ended) => {
  gone = said;
  expect(await openLab(asked("GET", { cookie }), "renew")).toMatchObject({ origin: "renewed", ended });
});

test("a cookie that names nothing that a lab can be called is none", async () => {
  const malformed = asked("GET", { cookie: "silent-refresh.lab=x" });
  expect(await openLab(malformed, "renew")).toBeNull();
});

test("a backend with no room says so, which is no outage", async () => {
  vi.stubGlobal("fetch", async () => Response.json({ error: "no_room" }, { status: 503 }));
  const failure = await openLab(asked("POST"), "make").catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: "LabError", code: "full" });
  const answer = labUnavailable(new LabError("full"));
  expect([answer.status, answer.headers.get("Retry-After"), (await answer.json()).error]).toEqual([
    503,
    "60",
    "no_room",
  ]);
});
