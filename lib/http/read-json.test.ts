import { expect, test } from "vitest";
import { BODY_LIMIT_BYTES, BodyError, readJson } from "./read-json";

const post = (body: BodyInit) => new Request("http://localhost/", { method: "POST", body });

test("JSON is read", async () => {
  expect(await readJson(post('{"a":1}'))).toEqual({ a: 1 });
});

test.each(["", "{", "undefined", new Uint8Array([0xff, 0xfe])])("%s is malformed", async (body) => {
  await expect(readJson(post(body))).rejects.toEqual(new BodyError("malformed"));
});

test("a body over the limit is refused before it is parsed", async () => {
  await expect(readJson(post("x".repeat(BODY_LIMIT_BYTES + 1)))).rejects.toEqual(new BodyError("too-large"));
});
