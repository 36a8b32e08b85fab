import { expect, it } from "vitest";
import { labEvent } from "@/test-doubles/fake-lab";
import { lastExchange } from "./last-exchange.ts";

const arrow = { type: "request", from: "browser", to: "next" } as const;
const back = { type: "response", from: "next", to: "browser" } as const;
const inner = { type: "request", from: "next", to: "backend" } as const;

const refresh = (seq: number) => [
  labEvent(seq, { ...arrow, name: "GET /api/auth/session" }),
  labEvent(seq + 1, { ...inner, name: "POST /v1/auth/refresh" }),
  labEvent(seq + 2, { name: "token.rotated" }),
  labEvent(seq + 3, { type: "response", from: "backend", to: "next", name: "200" }),
  labEvent(seq + 4, { name: "jwt.ran", from: "next", to: "next" }),
  labEvent(seq + 5, { name: "cookie.written", from: "next", to: "next" }),
  labEvent(seq + 6, { ...back, name: "200" }),
];

it("is the last refresh alone, from the browser's request to the cookie", () => {
  const lines = lastExchange([...refresh(1), ...refresh(8), labEvent(15, { ...arrow, name: "GET /notes" })]);
  expect(lines.map(({ from, to, text }) => `${from} ${to} ${text}`)).toEqual([
    "browser next GET /api/auth/session",
    "next backend POST /v1/auth/refresh",
    "backend next 200",
    "next browser Set-Cookie",
  ]);
  expect(lines[0]?.seq).toBe(8);
});

it("is nothing before the first", () => {
  expect(lastExchange([labEvent(1, { ...arrow, name: "GET /notes" })])).toEqual([]);
});

it("shows a refresh that nobody in the browser asked for", () => {
  const alone = [labEvent(1, { ...inner, name: "POST /v1/auth/refresh" })];
  expect(lastExchange(alone)).toHaveLength(1);
});
