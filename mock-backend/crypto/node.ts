import * as crypto from "node:crypto";
import { availableParallelism } from "node:os";
import type { CryptoPort } from "./port.ts";

/**
 * libuv's pool has four threads, and names and files are looked up on the same ones: two at most are for hashing. One core
 * is left to the thread that answers everybody.
 */
const SCRYPTS_AT_ONCE = Math.max(1, Math.min(availableParallelism() - 1, 2));

/** The Node door's primitives: OpenSSL's SHA-256, and scrypt on the thread pool. */
export const nodeCrypto: CryptoPort = {
  random,
  sha256: oneShotSha256(),
  scryptsAtOnce: SCRYPTS_AT_ONCE,
  scrypt: (password, salt, { N, r, p }, length) =>
    new Promise((resolve, reject) => {
      // Node's default limit is exactly 128·N·r for N=2^15, r=8 and refuses it; twice that admits it.
      const maxmem = 256 * N * r;
      crypto.scrypt(password.normalize("NFC"), salt, length, { N, r, p, maxmem }, (error, key) =>
        error ? reject(error) : resolve(new Uint8Array(key)),
      );
    }),
};

const POOL_BYTES = 2048;
let pool = Buffer.alloc(0);
let used = 0;

/** Random bytes are drawn by the pool, as `crypto.randomUUID` does: one call into OpenSSL costs more than 32 bytes. */
function random(bytes: number): string {
  if (used + bytes > pool.length) {
    pool = crypto.randomBytes(Math.max(POOL_BYTES, bytes));
    used = 0;
  }
  const text = pool.toString("base64url", used, used + bytes);
  pool.fill(0, used, used + bytes);
  used += bytes;
  return text;
}

/** `crypto.hash` takes half as long as a hash object; Node has it from 20.12 on. */
function oneShotSha256(): CryptoPort["sha256"] {
  if (typeof crypto.hash !== "function") {
    return (text) => crypto.createHash("sha256").update(text).digest("hex");
  }
  return (text) => crypto.hash("sha256", text);
}
