import fc from "fast-check";
import { expect, test } from "vitest";
import { ISSUER, TestLab, testBackend } from "./fixtures/test-lab.ts";
import { routes } from "./routes/table.ts";

const backend = testBackend({
  onUnexpectedError: (error) => {
    throw error;
  },
});

const printable = fc.string({ maxLength: 60 });
const headerValue = fc.stringMatching(/^[\x21-\x7e]([\x20-\x7e]{0,80}[\x21-\x7e])?$/);
const known = fc.constantFrom(
  "email",
  "password",
  "refresh_token",
  "grant_type",
  "token",
  "advance",
  "accessTtl",
  "fault",
  "role",
  "title",
  "type",
  "holds",
  "carries",
  "detail",
  "__proto__",
  "constructor",
);
const json = fc.oneof(
  fc.json(),
  fc.dictionary(known, fc.oneof(fc.jsonValue(), printable)).map((value) => JSON.stringify(value)),
);
const body = fc.oneof(
  fc.record({ type: fc.constantFrom("application/json", "application/json; charset=utf-8"), text: json }),
  fc.record({
    type: fc.constant("application/x-www-form-urlencoded"),
    text: fc.oneof(
      printable,
      fc
        .array(fc.tuple(known, printable), { maxLength: 5 })
        .map((pairs) => new URLSearchParams(pairs).toString()),
    ),
  }),
  fc.record({ type: fc.oneof(headerValue, fc.constant("application/json")), text: printable }),
);
const target = fc.oneof(
  fc
    .constantFrom(...routes)
    .map(({ method, path }) => ({ method: String(method), path: path.replace(":id", "user-ada") })),
  fc.record({
    method: fc.constantFrom("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"),
    path: fc.webPath().map((path) => `/${path}`.replace(/^\/+/, "/")),
  }),
);

test("whatever is sent, the answer is coded JSON and never a 500", async () => {
  const lab = await TestLab.in(backend);
  const { access_token } = await lab.login("ada@example.com");
  const authorization = fc.oneof(
    headerValue,
    headerValue.map((value) => `Bearer ${value}`),
    headerValue.map((value) => `Basic ${value}`),
    fc.nat(access_token.length).map((cut) => `Bearer ${access_token.slice(0, cut)}`),
    fc
      .tuple(fc.nat(access_token.length - 1), fc.constantFrom("A", "-", "_", ".", "~", "="))
      .map(([at, letter]) => `Bearer ${access_token.slice(0, at)}${letter}${access_token.slice(at + 1)}`),
    fc.constant(`Bearer ${access_token}`),
  );
  await fc.assert(
    fc.asyncProperty(
      target,
      body,
      fc.option(authorization),
      fc.option(headerValue, { freq: 5 }),
      async ({ method, path }, { type, text }, credentials, labId) => {
        // Faults and latency answer 5xx on purpose; they have tests of their own.
        if (/fault|latencyMs/.test(text) || path.includes("/lab/events")) return;
        const headers = new Headers({
          "X-Lab": labId ?? lab.id,
          Accept: "application/json",
          "Content-Type": type,
        });
        if (credentials !== null) headers.set("Authorization", credentials);
        const hasBody = method !== "GET" && method !== "HEAD";
        const response = await backend.fetch(
          new Request(ISSUER + path, { method, headers, ...(hasBody ? { body: text } : {}) }),
        );
        expect(response.status).toBeLessThan(500);
        const answer = await response.text();
        if (response.status >= 400 && method !== "HEAD") {
          expect(JSON.parse(answer)).toMatchObject({
            error: expect.stringMatching(/^[a-z_]+$/),
            error_description: expect.any(String),
          });
        }
      },
    ),
    { numRuns: 600 },
  );
});

test("whatever an app posts as events, the timeline stays readable", async () => {
  const lab = await TestLab.in(backend);
  await fc.assert(
    fc.asyncProperty(json, async (text) => {
      const answer = await lab.call("POST", "/lab/events", { raw: { type: "application/json", body: text } });
      expect([201, 400, 413]).toContain(answer.status);
      await lab.events();
    }),
    { numRuns: 200 },
  );
});

test("whatever comes as a refresh token, a family in use is not harmed by it", async () => {
  const lab = await TestLab.in(backend);
  let { refresh_token } = await lab.login();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        printable,
        fc.base64String(),
        fc.nat(72).map((cut) => refresh_token.slice(0, cut)),
      ),
      async (bogus) => {
        const answer = await lab.attemptRefresh(bogus);
        expect(["invalid_grant", "invalid_request"]).toContain(answer.body?.error);
      },
    ),
    { numRuns: 200 },
  );
  ({ refresh_token } = await lab.refresh(refresh_token));
  expect(refresh_token).toHaveLength(73);
});
