import meta from "@/content/lessons/refresh-rotation/meta";
import { scenarios } from "@/content/lessons/refresh-rotation/scenarios";
import { describeChecks } from "../fixtures/checks";
import type { Lab } from "../fixtures/lab";
import { scenarioCheck, scenarioChecks } from "../fixtures/scenario-check";
import { expect } from "../fixtures/test";

const MINUTE = 60;

/** The lesson's scenarios, and what the backend recorded of some of them. */
describeChecks(meta, {
  ...scenarioChecks(scenarios),

  "client-refused": scenarioCheck(scenarios["client-refused"], async ({ lab }) => {
    const refusals = (await lab.responses("/v1/auth/refresh")).filter(({ outcome }) => outcome !== "ok");
    expect(refusals.at(-1)?.code).toBe("invalid_client");
  }),

  "token-endpoint-down": scenarioCheck(scenarios["token-endpoint-down"], async ({ lab }) => {
    const sent = await expiredTokensSent(lab);
    expect(sent, "times that the API was sent a token that had expired").toBe(0);
  }),

  "shorter-lifetimes": scenarioCheck(scenarios["shorter-lifetimes"], async ({ lab }) => {
    const lifetimes = await accessLifetimes(lab);
    expect(lifetimes, "lifetimes given out").toEqual([15 * MINUTE, MINUTE, MINUTE]);
  }),

  "key-rotated": scenarioCheck(scenarios["key-rotated"], async ({ lab }) => {
    const [first, second] = (await lab.allIssued()).map(({ accessToken }) => keyOf(accessToken));
    expect(second, "the refreshed token's key is another").not.toBe(first);
  }),
});

async function expiredTokensSent(lab: Lab): Promise<number> {
  const access = (await lab.state()).families.flatMap((family) => family.access);
  const isExpired = (generation: number, at: number) =>
    access.some((token) => token.generation === generation && token.expiresAt < at);
  const calls = await lab.requests("GET /v1/notes");
  return calls.filter(({ tokens, at }) => tokens.some(({ generation }) => isExpired(generation, at))).length;
}

async function accessLifetimes(lab: Lab): Promise<(number | undefined)[]> {
  const { families } = await lab.state();
  return families[0]?.access.map(({ issuedAt, expiresAt }) => (expiresAt - issuedAt) / 1000) ?? [];
}

function keyOf(jwt: string): unknown {
  return JSON.parse(Buffer.from(jwt.split(".")[0] ?? "", "base64url").toString()).kid;
}
