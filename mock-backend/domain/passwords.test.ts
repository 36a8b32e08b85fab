import { expect, test } from "vitest";
import { nodeCrypto } from "../crypto/node.ts";
import { createPasswords } from "./passwords.ts";

const cost = { N: 16, r: 1, p: 1 };

test("the same work is done for a user and for nobody", async () => {
  const calls: unknown[] = [];
  const passwords = createPasswords(
    {
      scrypt: (password, salt, given, length) => {
        calls.push({ given, length, saltLength: salt.length });
        return nodeCrypto.scrypt(password, salt, given, length);
      },
    },
    cost,
  );
  const stored = await passwords.hash("right");
  calls.length = 0;
  await passwords.verify("wrong", stored);
  await passwords.verify("wrong", undefined);
  expect(calls[0]).toEqual(calls[1]);
});

test("a hash holds its cost and its own salt", async () => {
  const passwords = createPasswords(nodeCrypto, cost);
  const [first, second] = [await passwords.hash("same"), await passwords.hash("same")];
  expect(first).toMatch(/^scrypt\$N=16,r=1,p=1\$[\w-]{22}\$[\w-]{43}$/);
  expect(first).not.toBe(second);
  const dearer = createPasswords(nodeCrypto, { N: 32, r: 1, p: 1 });
  expect(await dearer.verify("same", first)).toBe(true);
});
