import { expect, test } from "vitest";
import { asCurl } from "../../../lab/client/curl.ts";
import type { LabEvent } from "../../../lab/schemas.ts";
import { replayOf } from "./replay.ts";
import { at } from "./sample-log.ts";

const request = (detail: NonNullable<NonNullable<LabEvent["detail"]>["request"]>) =>
  at(0, { type: "request", from: "next", to: "backend", detail: { request: detail } });

test("a recorded JSON body goes into the curl line once, not as a string in a string", () => {
  const call = replayOf(
    request({ method: "POST", path: "/v1/auth/refresh", body: '{"refresh_token":"abc"}' }),
  );
  expect(call && asCurl(call, "http://localhost:3000", "lab")).toContain(`-d '{"refresh_token":"abc"}'`);
});

test("the access token goes along, whatever the header's case", () => {
  const call = replayOf(
    request({ method: "GET", path: "/v1/notes", headers: { Authorization: "Bearer x" } }),
  );
  expect(call).toEqual({
    method: "GET",
    path: "/mock-backend/v1/notes",
    headers: { authorization: "Bearer x" },
  });
});

test("a login cannot be sent again: its body holds a password and is not recorded", () => {
  expect(replayOf(request({ method: "POST", path: "/v1/auth/login", fields: ["email"] }))).toBeNull();
});

test("a body that was cut cannot be sent again", () => {
  expect(replayOf(request({ method: "POST", path: "/v1/notes", body: '{"title":"ab' }))).toBeNull();
});
