import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { FixtureApp, temporaryFile } from "./app";

/** Written down here and not imported: what `--json` gives out is a promise. */
const reportSchema = z.object({
  version: z.literal(1),
  results: z.array(
    z.object({
      check: z.string(),
      lesson: z.string(),
      section: z.string(),
      variant: z.literal("your-app"),
      status: z.enum(["pass", "fail", "error", "skipped"]),
      message: z.string(),
      timeline: z.array(
        z.object({ name: z.string(), code: z.string().optional(), tokens: z.string().optional() }),
      ),
    }),
  ),
});

/** Which of lesson 2's scenarios a check plays. What it plays, the lesson's table has measured on the same strategy. */
const played = {
  "idle-return": "idle-return",
  "lost-cookie": "layout-and-page",
  "parallel-requests": "parallel-requests",
  "two-tabs": "two-tabs",
};
const measured = new URL("../../content/lessons/refresh-rotation/results/table.json", import.meta.url);
const tableSchema = z.record(z.string(), z.object({ passed: z.boolean() }));

/** The verdicts of the lesson's own checks on a strategy, without a grace window. */
function measuredOn(strategy: string) {
  const table = tableSchema.parse(JSON.parse(readFileSync(measured, "utf8")));
  const verdicts = Object.entries(played).map(([check, scenario]) => {
    return [check, table[`${scenario}.${strategy}.grace-0`]?.passed ? "pass" : "fail"];
  });
  return Object.fromEntries(verdicts);
}

const running: FixtureApp[] = [];
afterAll(async () => void (await Promise.all(running.map((app) => app.stop()))));

async function checked(name: "right" | "usual-recipe") {
  const app = await FixtureApp.start(name);
  running.push(app);
  // A folder that is not there yet is made.
  const json = temporaryFile(path.join("results", "check-app.json"));
  const { code, output } = await app.check("--json", json);
  const { results } = reportSchema.parse(JSON.parse(readFileSync(json, "utf8")));
  const state = await fetch(`${app.backendUrl}/lab/state`, { headers: { "X-Lab": "default" } });
  return { app, code, output, results, state: await state.json() };
}

function statuses(results: z.infer<typeof reportSchema>["results"]) {
  return Object.fromEntries(results.map(({ check, status }) => [check, status]));
}

describe.concurrent("npm run check:app", () => {
  test("the right app passes every check", async () => {
    const { app, code, output, results, state } = await checked("right");
    expect(statuses(results), output).toEqual({
      "idle-return": "pass",
      "lost-cookie": "pass",
      "parallel-requests": "pass",
      "two-tabs": "pass",
      outage: "pass",
      "sign-out": "pass",
      "token-in-session": "pass",
      "cookie-flags": "pass",
      "unauthenticated-action": "pass",
    });
    expect(statuses(results), "as the lesson's table has `token-store`").toMatchObject(
      measuredOn("token-store"),
    );
    expect(code).toBe(0);
    // Its window is 30 s. The token's dates are whole seconds, and the asking takes a part of one.
    expect(output).toMatch(/about (29|30|31) s before its end/);
    expect(output).toContain("9 passed, 0 failed");
    expect(state.settings, "the backend is left as it was found").toMatchObject({
      accessTtl: 900,
      fault: "none",
    });
    expect(state.families).toEqual([]);
    const bare = await app.startBare({ BACKEND_URL: "https://api.example.com", NEXTAUTH_SECRET: "short" });
    expect(bare.code).toBe(1);
    expect(bare.output, "what is missing, in one line").toMatch(
      /^The environment is not complete: .*NEXTAUTH_URL is missing; .*BACKEND_CLIENT_SECRET is missing\.$/m,
    );
  });

  test("the usual recipe survives an idle return, and nothing else", async () => {
    const { code, output, results } = await checked("usual-recipe");
    expect(statuses(results), output).toEqual({
      "idle-return": "pass",
      "lost-cookie": "fail",
      "parallel-requests": "fail",
      "two-tabs": "fail",
      outage: "fail",
      "sign-out": "fail",
      "token-in-session": "fail",
      "cookie-flags": "fail",
      "unauthenticated-action": "fail",
    });
    expect(statuses(results), "as the lesson's table has `in-callback`").toMatchObject(
      measuredOn("in-callback"),
    );
    expect(code).toBe(1);
    const lost = results.find(({ check }) => check === "lost-cookie");
    expect(lost).toMatchObject({
      lesson: "refresh-rotation",
      section: "/lessons/refresh-rotation#where-the-cookie-is-lost",
    });
    expect(lost?.timeline).toContainEqual({ name: "POST /v1/auth/refresh", tokens: "R1/1" });
    expect(lost?.timeline).toContainEqual({ name: "400", code: "reused" });
  });
});
