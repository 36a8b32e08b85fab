import { createHash, scrypt } from "node:crypto";
import type { CryptoPort } from "./port.ts";

/** The Node door's primitives: OpenSSL's SHA-256, and scrypt on the thread pool. */
export const nodeCrypto: CryptoPort = {
  sha256: (text) => createHash("sha256").update(text).digest("base64url"),
  scrypt: (password, salt, { N, r, p }, length) =>
    new Promise((resolve, reject) => {
      // Node's default limit is exactly 128·N·r for N=2^15, r=8 and refuses it; twice that admits it.
      const maxmem = 256 * N * r;
      scrypt(password.normalize("NFC"), salt, length, { N, r, p, maxmem }, (error, key) =>
        error ? reject(error) : resolve(new Uint8Array(key)),
      );
    }),
};
