import { base64url } from "jose";
import type { CryptoPort } from "../crypto/port.ts";

const TOKEN_BYTES = 32;
/** 256 bits in base64url. */
export const REFRESH_TOKEN_LENGTH = 43;

/** A new opaque refresh token: 256 random bits, and nothing to read in it. */
export function newRefreshToken({ random }: Pick<CryptoPort, "random">): string {
  return random(TOKEN_BYTES);
}

/**
 * Seals a successor so that only somebody who presents its predecessor can read it: the grace window must give
 * back the same successor, and the store must not know it. The pad is a hash of the predecessor's 256 random
 * bits and seals exactly one successor, so it is used once.
 */
export function sealSuccessor(
  { sha256 }: Pick<CryptoPort, "sha256">,
  predecessor: string,
  successor: string,
): string {
  return xor(sha256(`grace:${predecessor}`), successor);
}

/** The successor that was sealed under this predecessor. */
export function unsealSuccessor(
  port: Pick<CryptoPort, "sha256">,
  predecessor: string,
  sealed: string,
): string {
  return sealSuccessor(port, predecessor, sealed);
}

function xor(padHex: string, token: string): string {
  const padByte = (index: number) => Number.parseInt(padHex.slice(2 * index, 2 * index + 2), 16);
  return base64url.encode(base64url.decode(token).map((byte, index) => byte ^ padByte(index)));
}
