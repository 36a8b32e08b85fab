import { decodeLeniently } from "../base64url.ts";

const p = 2n ** 255n - 19n;

/**
 * Whether an Ed25519 key is a point of small order, so that eight times the point is the neutral element. For such a
 * key anybody can write signatures that are valid for every message (RFC 8032 §5.1.7 does not forbid them, RFC 8725
 * §3.4 does; Brendel et al., "The Provable Security of Ed25519", §2). The y coordinate identifies the point: 1, -1
 * and 0 have the orders 1, 2 and 4. For order 8, the double has y = 0, so x² = -y², and the curve -x² + y² = 1 +
 * dx²y² with d = -121665/121666 becomes dy⁴ + 2y² - 1 = 0.
 *
 * @param x the JWK's member, which holds y and the sign of the other coordinate (RFC 8037 §2)
 */
export function hasSmallOrder(x: unknown): boolean {
  const bytes = typeof x === "string" ? decodeLeniently(x) : null;
  if (bytes?.length !== 32) return false;
  const hex = Array.from(bytes.toReversed(), (byte) => byte.toString(16).padStart(2, "0")).join("");
  // Some verifiers accept an unreduced y, which is a second spelling.
  const y = (BigInt(`0x${hex}`) % 2n ** 255n) % p;
  const ySquared = (y * y) % p;
  const isOfOrder8 = (121_666n * (2n * ySquared - 1n) - 121_665n * ySquared * ySquared) % p === 0n;
  return y === 0n || y === 1n || y === p - 1n || isOfOrder8;
}
