import type { KeyConcern } from "@/lib/inspect/key-concerns";
import type { KeyKind, KeyProblem } from "@/lib/inspect/read-key";

/** Names of the kinds of key that a pasted text can be. */
export const keyKinds: Record<KeyKind, string> = {
  jwk: "Read as a JWK.",
  jwks: "Read as a set of JWKs: the token’s kid picks one.",
  "public-key": "Read as a public key in PEM.",
  certificate: "Read as a certificate: its key verifies, and who vouches for it is not looked at.",
  secret: "Read as a shared secret.",
};

export const keyProblems: Record<KeyProblem, string> = {
  empty: "Paste a JWK, a JWKS, PEM or a shared secret.",
  oversized: "This is too long for a key.",
  "private-key":
    "This is a private key. To verify, the public one is enough; a private key that was pasted anywhere is best replaced.",
  "other-pem":
    "This is PEM, and neither a public key (BEGIN PUBLIC KEY) nor a certificate of a kind that signs JWTs.",
  "bad-pem": "This PEM does not hold what its first line says: it was probably cut off.",
  "bad-json": "This begins like JSON, and is none: it was probably cut off.",
  "no-jwk": "This is JSON, and neither a JWK nor a set of them.",
  "bad-base64": "This secret is not base64.",
};

export const keyConcerns: Record<KeyConcern, string> = {
  exposed:
    "It holds the private part as well. Here only the public part is used; elsewhere, think of it as known.",
  "small-exponent":
    "Its exponent is small. That is sound where the whole padded message is compared, as it is here, and was forged where it was not; 65537 is what to use.",
  "same-kid": "Two of its keys have the same kid and type, so that a kid does not say which: each is tried.",
  "other-uses": "It has keys that are not for signatures. They are passed over.",
  "secret-in-set":
    "It has a shared secret beside public keys. A set is there to be published: think of the secret as known.",
};
