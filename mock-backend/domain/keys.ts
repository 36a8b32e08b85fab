import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";

/** One key, one algorithm (RFC 8725 §3.1). */
export const SIGNING_ALGORITHM = "ES256";

/** Published keys that a lab keeps at most. */
export const MAX_KEYS = 20;

export interface SigningKey {
  /** The RFC 7638 thumbprint of the public key. */
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  /** The key as the JWKS publishes it: never the private part. */
  readonly publicJwk: JWK;
  /** When the last token that it signed expires, lab time, epoch milliseconds. */
  lastTokenExpiresAt: number;
}

export async function newSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(SIGNING_ALGORITHM);
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    kid,
    privateKey,
    publicKey,
    publicJwk: { ...jwk, kid, alg: SIGNING_ALGORITHM, use: "sig" },
    lastTokenExpiresAt: 0,
  };
}
