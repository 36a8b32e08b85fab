import { scryptAsync } from "@noble/hashes/scrypt.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { base64url } from "jose";
import type { CryptoPort } from "./port.ts";

const encoder = new TextEncoder();

/** The primitives for a browser, in plain JavaScript: slower, with the same results. */
export const browserCrypto: CryptoPort = {
  random: (bytes) => base64url.encode(globalThis.crypto.getRandomValues(new Uint8Array(bytes))),
  sha256: (text) => bytesToHex(sha256(encoder.encode(text))),
  // All JavaScript shares one thread.
  scryptsAtOnce: 1,
  scrypt: (password, salt, { N, r, p }, length) =>
    scryptAsync(password.normalize("NFC"), salt, { N, r, p, dkLen: length, maxmem: 256 * N * r }),
};
