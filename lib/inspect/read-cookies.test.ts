import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cookieMeaning } from "./cookie-meaning.ts";
import { readCookies } from "./read-cookies.ts";

const jwt = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln";
const read = (text: string) => readCookies(text)?.map(({ name, value }) => `${name} → ${value}`) ?? null;

describe("a Cookie header is taken apart", () => {
  test.each([
    ["name=value; other=1", ["name → value", "other → 1"]],
    ["Cookie: name=value; other=1", ["name → value", "other → 1"]],
    ["cookie:a=1", ["a → 1"]],
    [`session=${jwt}`, [`session → ${jwt}`]],
    [`session=${jwt};`, [`session → ${jwt}`]],
    [`a=1; session=${jwt}==`, ["a → 1", `session → ${jwt}==`]],
    ['a="quoted"; b=', ["a → quoted", "b → "]],
    ["Cookie: empty=", ["empty → "]],
    ["a=1\nb=2", ["a → 1", "b → 2"]],
    ["a=1; a=2", ["a → 1", "a → 2"]],
    ["> Cookie: a=1; b=2", ["a → 1", "b → 2"]],
  ])("%s", (text, cookies) => expect(read(text)).toEqual(cookies));

  test("percent-encoding is undone, and said; what is none stays", () => {
    expect(readCookies("a=x%7Cy; b=100%sure; c=1")).toMatchObject([
      { value: "x|y", isDecoded: true },
      { value: "100%sure", isDecoded: false },
      { value: "1", isDecoded: false },
    ]);
  });
});

describe("Set-Cookie lines are taken apart", () => {
  const line = `next-auth.session-token=${jwt}; Path=/; Expires=Wed, 30 Dec 2026 10:00:00 GMT; HttpOnly; SameSite=Lax`;

  test.each([
    ["with the header's name", `Set-Cookie: ${line}`],
    ["without", line],
    ["from curl -v", `< set-cookie: ${line}`],
    ["in a whole answer", `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: ${line}\r\n\r\n`],
  ])("%s", (_, text) => {
    expect(readCookies(text)).toEqual([
      {
        name: "next-auth.session-token",
        value: jwt,
        chunks: 0,
        missing: [],
        isDecoded: false,
        attributes: ["Path=/", "Expires=Wed, 30 Dec 2026 10:00:00 GMT", "HttpOnly", "SameSite=Lax"],
      },
    ]);
  });

  test("two lines of one name stay two", () => {
    expect(read("Set-Cookie: a=1; Path=/\nSet-Cookie: a=2; Path=/")).toEqual(["a → 1", "a → 2"]);
  });

  test("a cookie in a Cookie header may be called like an attribute", () => {
    expect(read("Cookie: a=1; path=/x")).toEqual(["a → 1", "path → /x"]);
  });
});

describe("NextAuth's chunks are joined", () => {
  test("in the order of their numbers, whatever order they come in", () => {
    const pieces = Array.from(
      { length: 12 },
      (_, number) => `__Secure-next-auth.session-token.${number}=<${number}>`,
    );
    const [cookie, ...more] = readCookies(`a=1; ${pieces.toReversed().join("; ")}`)?.slice(1) ?? [];
    expect(more).toEqual([]);
    expect(cookie).toMatchObject({
      name: "__Secure-next-auth.session-token",
      value: pieces.map((_, number) => `<${number}>`).join(""),
      chunks: 12,
      missing: [],
    });
  });

  test("a missing one is named", () => {
    expect(readCookies("s.0=a; s.3=d")).toMatchObject([
      { name: "s", value: "ad", chunks: 2, missing: [1, 2] },
    ]);
  });

  test("a cookie in one piece beside old chunks stays beside them", () => {
    expect(read("s=new; s.0=old; s.1=er")).toEqual(["s → new", "s → older"]);
  });
});

test.each([
  "",
  "   ",
  jwt,
  `${jwt}=`,
  `${jwt}==`,
  `Bearer ${jwt}`,
  `{"a":"b=c; d=e"}`,
  "null",
  "8xLOxBtZp8==",
  "access_token=a&token_type=bearer",
  "-----BEGIN PUBLIC KEY-----\nMFkw=\n-----END PUBLIC KEY-----",
  "a.b.c\nd=",
])("is no cookie: %s", (text) => expect(readCookies(text)).toBeNull());

test("property: whatever is pasted, it answers", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc
      .array(fc.tuple(fc.string(), fc.string()))
      .map((pairs) => pairs.map((each) => each.join("=")).join("; ")),
  );
  fc.assert(
    fc.property(text, (input) => {
      for (const { name, chunks, missing } of readCookies(input) ?? []) {
        expect(name).not.toBe("");
        expect(chunks === 0 ? missing : []).toEqual([]);
      }
    }),
  );
});

test("a hundred cookies at most, and nothing of a megabyte", () => {
  expect(readCookies(Array.from({ length: 500 }, (_, n) => `c${n}=x`).join("; "))).toHaveLength(100);
  expect(readCookies(`a=${"x".repeat(1_000_000)}; b=1`)).toBeNull();
});

test.each([
  ["next-auth.session-token", "session"],
  ["__Secure-next-auth.session-token", "session"],
  ["authjs.session-token", "session"],
  ["__Host-next-auth.csrf-token", "csrf"],
  ["next-auth.callback-url", "callback-url"],
  ["next-auth.pkce.code_verifier", "sign-in"],
  ["session-token", "other"],
  ["theme", "other"],
])("%s is for %s", (name, meaning) => expect(cookieMeaning(name)).toBe(meaning));
