import { scryptAsync } from "@noble/hashes/scrypt.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { base64url } from "jose";
import type { CryptoPort } from "./port.ts";

const encoder = new TextEncoder();

/** The browser door's primitives, in plain JavaScript: slower, same results. */
export const browserCrypto: CryptoPort = {
  random: (bytes) => base64url.encode(globalThis.crypto.getRandomValues(new Uint8Array(bytes))),
  sha256: (text) => bytesToHex(sha256(encoder.encode(text))),
  // Plain JavaScript: all of them share one thread anyway.
  scryptsAtOnce: 1,
  scrypt: (password, salt, { N, r, p }, length) =>
    scryptAsync(password.normalize("NFC"), salt, { N, r, p, dkLen: length, maxmem: 256 * N * r }),
};
