import fc from "fast-check";
import { expect, test } from "vitest";
import { nodeCrypto } from "../crypto/node.ts";
import { identify, newRefreshToken, sealSuccessor, unsealSuccessor } from "./refresh-token.ts";

const familyOf = (token: string) => identify(nodeCrypto, token).familyHash;

test("all tokens of a family name it, and no two are alike; another family's name another", () => {
  const first = newRefreshToken(nodeCrypto);
  const tokens = [first];
  for (let index = 0; index < 50; index += 1) tokens.push(newRefreshToken(nodeCrypto, tokens.at(-1)));
  expect(new Set(tokens).size).toBe(51);
  expect(new Set(tokens.map(familyOf))).toEqual(new Set([familyOf(first)]));
  expect(familyOf(newRefreshToken(nodeCrypto))).not.toBe(familyOf(first));
  for (const token of tokens) expect(token).toMatch(/^[\w-]{73}$/);
});

test("a token that was cut, lengthened or changed in one place names nothing", () => {
  const token = newRefreshToken(nodeCrypto);
  const change = fc.oneof(
    fc.nat(token.length - 1).map((length) => token.slice(0, length)),
    fc.nat(token.length - 1).map((start) => token.slice(start + 1)),
    fc.string({ minLength: 1, maxLength: 5 }).map((more) => token + more),
    fc
      .tuple(fc.nat(token.length - 1), fc.constantFrom(..."abcXYZ019-_"))
      .map(([at, sign]) => token.slice(0, at) + sign + token.slice(at + 1))
      .filter((changed) => changed !== token),
    fc.string(),
  );
  fc.assert(
    fc.property(change, (text) => {
      expect(familyOf(text)).toBeUndefined();
    }),
  );
});

test("a successor opens with its predecessor, and with no other token of the family", () => {
  const first = newRefreshToken(nodeCrypto);
  const second = newRefreshToken(nodeCrypto, first);
  const sealed = sealSuccessor(nodeCrypto, first, second);
  expect(unsealSuccessor(nodeCrypto, first, sealed)).toBe(second);
  const other = newRefreshToken(nodeCrypto, first);
  expect(unsealSuccessor(nodeCrypto, other, sealed)).not.toBe(second);
  expect(sealed).not.toContain(second.slice(0, 43));
});
