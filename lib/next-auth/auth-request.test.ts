import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { readAuthRequest } from "./auth-request";

function post(body: BodyInit | null, type?: string): NextRequest {
  const headers = new Headers(type === undefined ? {} : { "Content-Type": type });
  return new NextRequest("http://localhost:3000/api/auth/signout", { method: "POST", headers, body });
}

const read = (request: NextRequest) => readAuthRequest(request, ["signout"]);

test("a body that NextAuth can read is still to be read", async () => {
  for (const [text, type] of [
    ['{"csrfToken":"a"}', "application/json"],
    ["csrfToken=a&json=true", "application/x-www-form-urlencoded"],
    ["--x", "multipart/form-data; boundary=x"],
  ] as const) {
    const request = await read(post(text, type));
    expect(request).toBeInstanceOf(NextRequest);
    expect(await request.text()).toBe(text);
    expect(request.headers.get("Content-Type")).toBe(type);
  }
});

test.each([
  ["{", "application/json", 400],
  ["null", "application/json", 400],
  [new Uint8Array([0xff, 0xfe]), "application/json; charset=utf-16", 400],
  ["callbackUrl=%00", "application/x-www-form-urlencoded", 400],
  ["a".repeat(17 * 1024), "text/plain", 413],
])("%.20s as %s is answered %i", async (body, type, status) => {
  const refused = await read(post(body, type));
  expect("status" in refused && refused.status).toBe(status);
});

test("without a body, JSON is left out and not broken", async () => {
  expect("status" in (await read(post(null, "application/json")))).toBe(false);
});
