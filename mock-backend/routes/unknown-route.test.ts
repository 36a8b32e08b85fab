import { expect, test } from "vitest";
import { request, TestLab, testBackend } from "../fixtures/test-lab.ts";
import { routes } from "./table.ts";

test.each([
  "/",
  "/v1",
  "/v1/nothing",
  "/oauth/authorize",
  "/lab/nothing",
  "/v1/notes/1/2",
  "/.well-known/x",
  "/V1/me",
])("GET %s is a 404 that lists the routes, with or without a lab", async (path) => {
  const lab = await TestLab.create();
  for (const answer of [await lab.call("GET", path), await request(testBackend(), "GET", path, {})]) {
    expect([answer.status, answer.body?.error]).toEqual([404, "not_found"]);
    expect(answer.body?.routes).toHaveLength(routes.length);
    expect(answer.text).toContain("POST /v1/auth/login");
  }
});

test.each([
  ["GET", "/v1/auth/login", "POST"],
  ["PUT", "/v1/notes", "GET, POST"],
  ["GET", "/v1/notes/note-ada-1", "DELETE"],
  ["DELETE", "/lab/state", "GET"],
  ["GET", "/lab", "POST"],
  ["POST", "/.well-known/jwks.json", "GET"],
])("%s %s is a 405 that says %s", async (method, path, allow) => {
  const lab = await TestLab.create();
  for (const answer of [await lab.call(method, path), await request(testBackend(), method, path, {})]) {
    expect([answer.status, answer.body?.error]).toEqual([405, "method_not_allowed"]);
    expect(answer.headers.get("Allow")).toBe(allow);
  }
});
