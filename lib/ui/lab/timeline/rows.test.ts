import { expect, test } from "vitest";
import { at, issued, storyOfThree } from "@/test-doubles/sample-log";
import { accessLives } from "./access-lives.ts";
import { laneLabel, laneOf } from "./event-words.ts";
import { lanesOf, rowsTouching, timelineRows } from "./rows.ts";

const rows = timelineRows(storyOfThree, "elapsed");
const part = (row: number, generation: number) =>
  rows[row]?.segments.find((segment) => segment.generation === generation);

test("an access token's bar begins where it was issued and ends where its time was up", () => {
  expect(part(0, 1)).toMatchObject({ part: "start", left: 8 });
  expect(part(1, 1)).toMatchObject({ part: "middle", left: 3 });
  expect(part(3, 1)).toMatchObject({ part: "expired" });
  expect(part(4, 1)).toBeUndefined();
});

test("a refresh does not end the token before it: both bars stand side by side, the older one marked", () => {
  expect(part(2, 1)).toMatchObject({ old: true, track: 0 });
  expect(part(2, 2)).toMatchObject({ old: false, track: 1 });
});

test("a revoked family ends its access tokens before their time", () => {
  expect(part(6, 3)).toMatchObject({ part: "ended" });
});

test("a jump of the clock says how far, and which tokens it outlasted", () => {
  expect(rows[3]).toMatchObject({
    look: "jump",
    jumpSeconds: 86_400,
    label: "Lab clock + 1 d",
    expired: [1, 2],
  });
});

test("a life is as long as the backend's answer said", () => {
  const body = JSON.stringify({ access_token: "…", expires_in: 8 });
  const short = at(0, { type: "response", tokens: [issued("access", 1)], detail: { response: { body } } });
  expect(accessLives([short, at(7), at(8)])).toMatchObject([{ lifeMs: 8000, to: 2, end: "expired" }]);
});

test("a replay within the grace window brings no second bar, and an unknown life none at all", () => {
  const pair = { type: "response" as const, tokens: [issued("access", 1)] };
  const detail = { response: { body: { expires_in: 900 } } };
  expect(accessLives([at(0, { ...pair, detail }), at(5, { ...pair, detail })])).toHaveLength(1);
  expect(accessLives([at(0, pair)])).toEqual([]);
});

test("a row is drawn again only when its bars change", () => {
  const longer = timelineRows([...storyOfThree, at(87_104, { seq: 8 })], "elapsed");
  expect(longer.slice(0, rows.length).map(({ key }) => key)).toEqual(rows.map(({ key }) => key));
});

test("the filter keeps what touches an actor, and the jumps that explain the times", () => {
  const seqs = rowsTouching(rows, ["attacker"]).map(({ event }) => event.seq);
  expect(seqs).toEqual([4, 6]);
});

test("the attacker's lane is there once an attacker has done something", () => {
  expect(lanesOf(storyOfThree.slice(0, 5))).toHaveLength(3);
  expect(lanesOf(storyOfThree)).toContain("attacker");
});

test("a terminal's arrows share the browser's lane, say so, and are kept by its filter", () => {
  const call = { from: "terminal", to: "backend", type: "request", name: "GET /v1/notes" } as const;
  const event = at(0, call);
  expect(lanesOf([event])).toEqual(["browser", "next", "backend"]);
  expect(laneOf(event.from)).toBe("browser");
  const [row] = timelineRows([event], "elapsed");
  expect(laneLabel(event, row?.label ?? "")).toBe("Terminal: GET /v1/notes");
  expect(rowsTouching(timelineRows([event], "elapsed"), ["browser"])).toHaveLength(1);
  expect(rowsTouching(timelineRows([event], "elapsed"), ["next"])).toHaveLength(0);
});
