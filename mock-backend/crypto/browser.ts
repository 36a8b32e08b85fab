import { scryptAsync } from "@noble/hashes/scrypt.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { base64url } from "jose";
import type { CryptoPort } from "./port.ts";

const encoder = new TextEncoder();

/** The browser door's primitives, in plain JavaScript: slower, same results. */
export const browserCrypto: CryptoPort = {
  sha256: (text) => base64url.encode(sha256(encoder.encode(text))),
  scrypt: (password, salt, { N, r, p }, length) =>
    scryptAsync(password.normalize("NFC"), salt, { N, r, p, dkLen: length, maxmem: 256 * N * r }),
};
