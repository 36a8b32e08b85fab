import { expect, test } from "vitest";
import { ISSUER, TestLab, testBackend } from "../fixtures/test-lab.ts";

/** 16 KiB: what the contract says, and not what the code has. */
const MOST_BYTES = 16_384;

const bodyOf = (bytes: number) => {
  const empty = JSON.stringify({ refresh_token: "x", padding: "" });
  return JSON.stringify({ refresh_token: "x", padding: "y".repeat(bytes - empty.length) });
};

test("a body of 16 KiB is read, one byte more is 413, on the API and on the controls", async () => {
  const lab = await TestLab.create();
  for (const [method, path] of [
    ["POST", "/v1/auth/refresh"],
    ["POST", "/oauth/token"],
    ["PATCH", "/lab/settings"],
    ["POST", "/lab/events"],
  ]) {
    const send = (bytes: number) =>
      lab.call(method ?? "", path ?? "", { raw: { type: "application/json", body: bodyOf(bytes) } });
    expect((await send(MOST_BYTES)).status).not.toBe(413);
    const refused = await send(MOST_BYTES + 1);
    expect([refused.status, refused.body?.error]).toEqual([413, "payload_too_large"]);
  }
});

test("bytes are counted, not letters", async () => {
  const lab = await TestLab.create();
  const body = JSON.stringify({ refresh_token: "é".repeat(MOST_BYTES / 2) });
  expect(
    (await lab.call("POST", "/v1/auth/refresh", { raw: { type: "application/json", body } })).status,
  ).toBe(413);
});

test("an endless body is cut off, not collected", async () => {
  const lab = await TestLab.create();
  let sent = 0;
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1024;
      controller.enqueue(new Uint8Array(1024));
    },
    cancel() {
      cancelled = true;
    },
  });
  const init = {
    method: "POST",
    headers: { "X-Lab": lab.id, "Content-Type": "application/json" },
    body: endless,
    duplex: "half",
  };
  const response = await lab.backend.fetch(new Request(`${ISSUER}/v1/auth/refresh`, init));
  expect(response.status).toBe(413);
  expect(cancelled).toBe(true);
  expect(sent).toBeLessThan(4 * MOST_BYTES);
});

test("a declared length over the bound is refused unread", async () => {
  const lab = await TestLab.create();
  const answer = await lab.call("POST", "/v1/auth/refresh", {
    json: {},
    headers: { "Content-Length": String(MOST_BYTES + 1) },
  });
  expect(answer.status).toBe(413);
});

test("a declared length that is not so widens no bound", async () => {
  const lab = await TestLab.create();
  for (const declared of ["5", "0", "many", ""]) {
    const answer = await lab.call("POST", "/v1/auth/refresh", {
      raw: { type: "application/json", body: bodyOf(MOST_BYTES + 1) },
      headers: { "Content-Length": declared },
    });
    expect([declared, answer.status]).toEqual([declared, 413]);
  }
});

test("a body that breaks off is a 400, not a failure", async () => {
  const lab = await TestLab.create();
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.error(new Error("the cable"));
    },
  });
  const init = {
    method: "POST",
    headers: { "X-Lab": lab.id, "Content-Type": "application/json" },
    body: broken,
    duplex: "half",
  };
  const response = await lab.backend.fetch(new Request(`${ISSUER}/v1/auth/refresh`, init));
  expect(response.status).toBe(400);
});

test("what should not happen is a 500 that says nothing, and is reported", async () => {
  const reported: unknown[] = [];
  const backend = testBackend({
    onUnexpectedError: (error) => reported.push(error),
    crypto: {
      sha256: () => {
        throw new Error("secret detail");
      },
      random: () => "x".repeat(32),
      scrypt: async () => new Uint8Array(32),
      scryptsAtOnce: 1,
    },
  });
  const lab = await TestLab.in(backend);
  const answer = await lab.attemptRefresh("token-of-the-caller");
  expect([answer.status, answer.body?.error]).toEqual([500, "server_error"]);
  expect(answer.text).not.toMatch(/secret detail|token-of-the-caller|at /);
  expect(reported).toHaveLength(1);
});
