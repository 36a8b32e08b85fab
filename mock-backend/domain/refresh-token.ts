import { base64url } from "jose";
import type { CryptoPort } from "../crypto/port.ts";

const TOKEN_BYTES = 32;
const FAMILY_BYTES = 16;
const FAMILY_LENGTH = 22;
const CHECK_LENGTH = 8;

/**
 * How the store knows a refresh token: by two SHA-256 hashes, one of the token and one of the part that all tokens of its
 * family share. The second hash names the family when the token has long been forgotten.
 */
export interface RefreshTokenId {
  readonly hash: string;
  /** `undefined` for a text that no refresh token of this backend can be. */
  readonly familyHash: string | undefined;
}

/**
 * A new opaque refresh token: 256 random bits, 128 more that stay the same for the family's whole life, and a check of
 * both, so that a truncated token is no token of the family. The shared bits need no more protection than the tokens: a
 * caller that has seen one token of the family may end it (RFC 9700 §4.14.2), and can do nothing else with them.
 *
 * @param family any token of the family that the new token joins; absent for a new family
 */
export function newRefreshToken(port: Pick<CryptoPort, "random" | "sha256">, family?: string): string {
  const shared = family === undefined ? undefined : familyPart(port, family);
  return assemble(port, port.random(TOKEN_BYTES), shared ?? port.random(FAMILY_BYTES));
}

/** How the store knows this token. */
export function identify(port: Pick<CryptoPort, "sha256">, token: string): RefreshTokenId {
  const family = familyPart(port, token);
  return { hash: port.sha256(token), familyHash: family && port.sha256(`family:${family}`) };
}

/**
 * Seals a successor so that only the caller that presents its predecessor can read it: the grace window must give back the
 * same successor, and the store must not know it. The pad is a hash of the predecessor's 256 random bits and seals exactly
 * one successor, so it is used once.
 */
export function sealSuccessor(
  { sha256 }: Pick<CryptoPort, "sha256">,
  predecessor: string,
  successor: string,
): string {
  return xor(sha256(`grace:${predecessor}`), secretPart(successor));
}

/** The successor that was sealed under this predecessor. */
export function unsealSuccessor(
  port: Pick<CryptoPort, "sha256">,
  predecessor: string,
  sealed: string,
): string {
  const shared = predecessor.slice(secretPart(predecessor).length, -CHECK_LENGTH);
  return assemble(port, xor(port.sha256(`grace:${predecessor}`), sealed), shared);
}

function assemble(port: Pick<CryptoPort, "sha256">, secret: string, family: string): string {
  return secret + family + check(port, secret + family);
}

function check({ sha256 }: Pick<CryptoPort, "sha256">, text: string): string {
  return sha256(`check:${text}`).slice(0, CHECK_LENGTH);
}

function secretPart(token: string): string {
  return token.slice(0, -(FAMILY_LENGTH + CHECK_LENGTH));
}

function familyPart(port: Pick<CryptoPort, "sha256">, token: string): string | undefined {
  const text = token.slice(0, -CHECK_LENGTH);
  if (text.length <= FAMILY_LENGTH || token.slice(-CHECK_LENGTH) !== check(port, text)) return undefined;
  return text.slice(-FAMILY_LENGTH);
}

function xor(padHex: string, token: string): string {
  const padByte = (index: number) => Number.parseInt(padHex.slice(2 * index, 2 * index + 2), 16);
  return base64url.encode(base64url.decode(token).map((byte, index) => byte ^ padByte(index)));
}
