import { expect, test } from "vitest";
import { revoke } from "../lib/backend";
import { stubBackend } from "./stub-backend";
import { noVerdicts } from "./verdicts";

const backend = stubBackend();
const heard = ["200 with nothing", "200 with null", "200 with an empty object", "204"];

test.each(noVerdicts.filter(([name]) => heard.includes(name)))(
  "%s: the backend has heard",
  async (_name, reply) => {
    backend.answer(reply);
    await revoke("R1");
    expect(backend.requests).toMatchObject([
      { call: "POST /v1/auth/logout", body: '{"refresh_token":"R1"}' },
    ]);
  },
);

test("that was each of them", () => {
  expect(noVerdicts.filter(([name]) => heard.includes(name))).toHaveLength(heard.length);
});

test.each([
  ...noVerdicts.filter(([name]) => !heard.includes(name)),
  ["429", { status: 429 }] as const,
  ["400 invalid_grant", { status: 400, body: { error: "invalid_grant" } }] as const,
  ["200 with an error", { status: 200, body: { error: "temporarily_unavailable" } }] as const,
])("%s: it has not", async (_name, reply) => {
  backend.answer(reply);
  await expect(revoke("R1")).rejects.toMatchObject({ code: "unavailable" });
});
