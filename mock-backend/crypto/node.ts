import * as crypto from "node:crypto";
import { availableParallelism } from "node:os";
import type { CryptoPort } from "./port.ts";

/**
 * libuv's pool has four threads, which also look up names and files: at most two of them hash. One core is left to the
 * thread that answers requests.
 */
const SCRYPTS_AT_ONCE = Math.max(1, Math.min(availableParallelism() - 1, 2));

/** The primitives for Node: OpenSSL's SHA-256, and scrypt on the thread pool. */
export const nodeCrypto: CryptoPort = {
  random: (bytes) => crypto.randomBytes(bytes).toString("base64url"),
  sha256: (text) => crypto.createHash("sha256").update(text).digest("hex"),
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
