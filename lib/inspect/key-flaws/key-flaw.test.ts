import { checkPrimeSync, createHash, generatePrimeSync, randomBytes } from "node:crypto";
import fc from "fast-check";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import type { Jwk } from "../algorithms.ts";
import { encodeBase64url } from "../base64url.ts";
import { verifyToken } from "../verify-token.ts";
import { integerIn, modularPower, primesBelow, squareRoot } from "./big-integers.ts";
import { keyFlaw } from "./key-flaw.ts";
import { hasRocaFingerprint } from "./roca.ts";

const HALF_BITS = 1_024;
const bytesOf = (value: bigint, length = 0) =>
  Buffer.from(
    value.toString(16).padStart(2 * Math.max(length, Math.ceil(value.toString(16).length / 2)), "0"),
    "hex",
  );
const text = (value: bigint, length = 0) => encodeBase64url(bytesOf(value, length));
const prime = (bits = HALF_BITS) => generatePrimeSync(bits, { bigint: true, safe: false });
const rsa = (n: bigint, e: bigint): Jwk => ({ kty: "RSA", n: text(n), e: text(e) });

function inverse(value: bigint, modulus: bigint): bigint {
  let [r, next, s, nextS] = [modulus, value % modulus, 0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next, s, nextS] = [next, r - quotient * next, nextS, s - quotient * nextS];
  }
  return ((s % modulus) + modulus) % modulus;
}

/** The encoded message of RFC 8017 §9.2, as the integer that is signed. */
function padded(message: string, length: number): bigint {
  const info = Buffer.from("3031300d060960864801650304020105000420", "hex");
  const end = Buffer.concat([info, createHash("sha256").update(message).digest()]);
  const fill = Buffer.alloc(length - end.length - 3, 0xff);
  return BigInt(`0x${Buffer.concat([Buffer.from([0, 1]), fill, Buffer.from([0]), end]).toString("hex")}`);
}

/** A token with an RSA signature computed with integers, for keys with which no library would sign. */
function signed(n: bigint, d: bigint): string {
  const part = (value: unknown) => encodeBase64url(Buffer.from(JSON.stringify(value)));
  const message = `${part({ alg: "RS256" })}.${part({ sub: "user-ada" })}`;
  const length = bytesOf(n).length;
  return `${message}.${text(modularPower(padded(message, length), d, n), length)}`;
}

async function reasonOf(token: string, jwk: Jwk): Promise<string> {
  const result = await verifyToken(token, jwk);
  return result.valid ? "valid" : result.reason;
}

let p: bigint;
let q: bigint;
const e = 65_537n;

beforeAll(() => {
  // e has no factor in common with p - 1 but once in 65537 times, and 3 hardly more.
  const good = () => {
    for (;;) {
      const candidate = prime();
      if (candidate % 3n === 2n && candidate % e !== 1n) return candidate;
    }
  };
  [p, q] = [good(), good()];
});

describe("keys whose signatures prove nothing", () => {
  test("an exponent of 1: the signature is the padded message, and nobody's key made it", async () => {
    expect(await reasonOf(signed(p * q, 1n), rsa(p * q, 1n))).toBe("bad-exponent");
  });

  test.each([0n, 2n, 65_536n, 2n ** 256n + 1n])("an exponent of %s", async (exponent) => {
    expect(keyFlaw(rsa(p * q, exponent))).toBe("bad-exponent");
  });

  test("primes that lie close together: their signature holds, and is refused", async () => {
    let next = p + 2n;
    while (!checkPrimeSync(next)) next += 2n;
    const n = p * next;
    const d = inverse(e, (p - 1n) * (next - 1n));
    expect(await reasonOf(signed(n, d), rsa(n, e))).toBe("factorable-key");
  });

  test("a modulus that is even, has a small factor, is a square, or is prime", () => {
    const long = generatePrimeSync(2_048, { bigint: true });
    for (const n of [2n * long, 9_973n * long, p * p, long])
      expect(keyFlaw(rsa(n, e))).toBe("factorable-key");
  });

  test("a modulus of more than 16,384 bits is not even looked into", () => {
    expect(keyFlaw(rsa((1n << 16_384n) + 1n, e))).toBe("oversized-key");
  });

  test("ROCA: primes that are powers of 65537 modulo a primorial are told by their product", async () => {
    // As RSALib made them for 2048 bits: k·M + (65537^a mod M), where M is the product of the first 126 primes.
    const M = primesBelow(702).reduce((product, each) => product * BigInt(each), 1n);
    const random = (bits: number) => BigInt(`0x${randomBytes(bits / 8).toString("hex")}`);
    const weakPrime = () => {
      for (;;) {
        const high = (3n << BigInt(HALF_BITS - 2)) / M + (random(48) % ((1n << BigInt(HALF_BITS - 2)) / M));
        const candidate = high * M + modularPower(e, random(64), M);
        if (candidate % e !== 1n && checkPrimeSync(candidate)) return candidate;
      }
    };
    const [weakP, weakQ] = [weakPrime(), weakPrime()];
    const n = weakP * weakQ;
    expect(await reasonOf(signed(n, inverse(e, (weakP - 1n) * (weakQ - 1n))), rsa(n, e))).toBe("roca-key");
  });

  test("an Ed25519 point of small order, in each spelling: one signature holds for every message", async () => {
    const field = 2n ** 255n - 19n;
    const little = (y: bigint, sign = 0) => {
      const bytes = bytesOf(y, 32).reverse();
      bytes[31] = (bytes[31] ?? 0) | (sign << 7);
      return encodeBase64url(bytes);
    };
    for (const y of [0n, 1n, field - 1n, field, field + 1n]) {
      for (const sign of [0, 1]) {
        expect(keyFlaw({ kty: "OKP", crv: "Ed25519", x: little(y, sign) })).toBe("small-order-key");
      }
    }
    // Order 8 : as published (Bernstein et al., the Ed25519 software's own list), y first byte first.
    for (const hex of [
      "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
      "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    ]) {
      const x = encodeBase64url(Buffer.from(hex, "hex"));
      expect(keyFlaw({ kty: "OKP", crv: "Ed25519", x })).toBe("small-order-key");
    }
    // The neutral element as key and as R, and 0 as S: 0·B = R + h·A, whatever h is.
    const identity = little(1n);
    const part = (value: unknown) => encodeBase64url(Buffer.from(JSON.stringify(value)));
    const signature = Buffer.concat([Buffer.from(identity, "base64url"), Buffer.alloc(32)]);
    const token = `${part({ alg: "Ed25519" })}.${part({ sub: "ada" })}.${encodeBase64url(signature)}`;
    expect(await reasonOf(token, { kty: "OKP", crv: "Ed25519", x: identity })).toBe("small-order-key");
  });
});

describe("keys that are none", () => {
  test("leading zeros do not make a short modulus long", async () => {
    const short = generatePrimeSync(512, { bigint: true }) * generatePrimeSync(512, { bigint: true });
    const jwk = { ...rsa(short, e), n: text(short, 256) };
    expect(await reasonOf(signed(short, 1n), jwk)).toBe("weak-key");
  });

  test("a point that is not on its curve, or of another curve than the algorithm's", async () => {
    const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
    const token = await new SignJWT({}).setProtectedHeader({ alg: "ES256" }).sign(privateKey);
    const jwk = (await exportJWK(publicKey)) as Jwk;
    expect(await reasonOf(token, jwk)).toBe("valid");
    const y = text(integerIn(jwk.y) ^ 1n, 32);
    expect(await reasonOf(token, { ...jwk, y })).toBe("unusable-key");
    expect(await reasonOf(token, { ...jwk, crv: "P-384" })).toBe("wrong-algorithm");
    expect(await reasonOf(token, { ...jwk, crv: "P-384", alg: "ES256" })).toBe("wrong-algorithm");
  });
});

describe("sound keys", () => {
  test("verify, also with an exponent of 3", async () => {
    for (const exponent of [3n, 17n, e]) {
      if ((p - 1n) % exponent === 0n || (q - 1n) % exponent === 0n) continue;
      const d = inverse(exponent, (p - 1n) * (q - 1n));
      expect(await reasonOf(signed(p * q, d), rsa(p * q, exponent)), `e = ${exponent}`).toBe("valid");
    }
  });

  test("of the usual makes have no flaw", async () => {
    for (const alg of ["RS256", "ES256", "Ed25519"]) {
      const { publicKey } = await generateKeyPair(alg, { extractable: true });
      expect(keyFlaw((await exportJWK(publicKey)) as Jwk)).toBeNull();
    }
    expect(keyFlaw({ kty: "oct", k: "AAAA" })).toBeNull();
  });

  test("a set is searched past a flawed key", async () => {
    const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
    const token = await new SignJWT({}).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
    const sound = (await exportJWK(publicKey)) as Jwk;
    expect((await verifyToken(token, { keys: [rsa(p * q, 1n), sound] })).valid).toBe(true);
  });
});

test("property: the fingerprint of a product is its factors', and chance has none", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 2n ** 600n, max: 2n ** 601n }), (n) => {
      expect(hasRocaFingerprint(n)).toBe(false);
    }),
    { numRuns: 200 },
  );
});

test("property: a root is a root, and a power is a power", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 2n ** 300n }),
      fc.bigInt({ min: 1n, max: 2n ** 80n }),
      (value, m) => {
        const root = squareRoot(value);
        expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true);
        expect(modularPower(value, 5n, m)).toBe(value ** 5n % m);
      },
    ),
  );
});
