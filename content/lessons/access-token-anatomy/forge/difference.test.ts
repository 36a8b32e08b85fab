import { expect, test } from "vitest";
import { differences } from "./difference";

test("each name says what became of it", () => {
  const found = differences(
    { alg: "ES256", kid: "1", typ: "at+jwt" },
    { alg: "none", typ: "at+jwt", jwk: { kty: "EC" } },
  );
  expect(found).toEqual([
    { name: "alg", genuine: "ES256", forged: "none", change: "changed" },
    { name: "kid", genuine: "1", forged: null, change: "removed" },
    { name: "typ", genuine: "at+jwt", forged: "at+jwt", change: "same" },
    { name: "jwk", genuine: null, forged: '{"kty":"EC"}', change: "added" },
  ]);
});
