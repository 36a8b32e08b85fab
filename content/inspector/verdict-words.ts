import type { Advisory, Source } from "@/lib/inspect/rules";
import type { Invalidity } from "@/lib/inspect/verification";

/** A sentence for each reason to refuse a token, with the section that requires it. */
export const refusals: Record<Invalidity, { text: string; source: Source | Advisory }> = {
  oversized: { text: "It is longer than anything that could be sent.", source: { rfc: 7519, section: "1" } },
  malformed: {
    text: "It is not the one spelling of three parts with two JSON objects in them. The signature was not even looked at.",
    source: { rfc: 7515, section: "7.1" },
  },
  encrypted: {
    text: "It is encrypted. There is no signature that a key here could verify, and nothing to read without the key that it was encrypted for.",
    source: { rfc: 7516, section: "3" },
  },
  critical: {
    text: "Its header demands an extension that is not known here.",
    source: { rfc: 7515, section: "4.1.11" },
  },
  unsigned: {
    text: "It asks to be believed without a signature. No key can make that right.",
    source: { rfc: 8725, section: "3.2" },
  },
  "unsupported-algorithm": {
    text: "Its header names no signature algorithm that is known here.",
    source: { rfc: 8725, section: "3.1" },
  },
  "no-key": { text: "The set has no keys.", source: { rfc: 7517, section: "5" } },
  "unknown-key": {
    text: "The set has no key with the id that the header names.",
    source: { rfc: 7515, section: "4.1.4" },
  },
  "wrong-use": {
    text: "The key says of itself that it is not for signatures.",
    source: { rfc: 7517, section: "4.2" },
  },
  "wrong-algorithm": {
    text: "The key is for another algorithm than the header names. The key decides, not the token.",
    source: { rfc: 8725, section: "3.1" },
  },
  "unusable-key": { text: "What is given as a key is none.", source: { rfc: 7517, section: "4" } },
  "oversized-key": {
    text: "The key’s modulus has more than 16,384 bits. All that it does better is take time.",
    source: { cve: "2023-6237" },
  },
  "bad-exponent": {
    text: "The key’s exponent is 1, even or out of bounds. With an exponent of 1, anybody writes a signature that holds.",
    source: { rfc: 8017, section: "3.1" },
  },
  "factorable-key": {
    text: "The key’s modulus comes apart in a moment: it is even, has a small factor, is prime, or its two primes lie close together. Whoever reads the key can sign with it.",
    source: { rfc: 8017, section: "3.1" },
  },
  "roca-key": {
    text: "The key’s modulus has the fingerprint of a library that made weak ones. Its primes can be found from it, and then anybody can sign.",
    source: { cve: "2017-15361" },
  },
  "small-order-key": {
    text: "The key is one of the few points for which a signature of nothing holds for every message.",
    source: { rfc: 8725, section: "3.4" },
  },
  "bad-signature": {
    text: "This key did not sign exactly this. It was changed, or somebody else made it.",
    source: { rfc: 7515, section: "5.2" },
  },
  "weak-key": {
    text: "The key is too short for its algorithm: it could be guessed or broken.",
    source: { rfc: 8725, section: "3.5" },
  },
  "wrong-type": {
    text: "The key signed it, for another purpose than the type that you expect.",
    source: { rfc: 8725, section: "3.11" },
  },
  "wrong-issuer": {
    text: "The key signed it, and it names another issuer than you expect.",
    source: { rfc: 8725, section: "3.8" },
  },
  "wrong-audience": {
    text: "The key signed it, for another audience than you expect.",
    source: { rfc: 8725, section: "3.9" },
  },
  "missing-claim": {
    text: "The key signed it, and a claim that you require is missing.",
    source: { rfc: 9068, section: "2.2" },
  },
  "bad-date": {
    text: "The key signed it, and one of its dates is no number.",
    source: { rfc: 7519, section: "2" },
  },
  expired: {
    text: "The key signed it, and on the chosen clock it has expired.",
    source: { rfc: 7519, section: "4.1.4" },
  },
  "not-yet-valid": {
    text: "The key signed it, and on the chosen clock it is not valid yet.",
    source: { rfc: 7519, section: "4.1.5" },
  },
  unsupported: {
    text: "This browser verifies only on pages that came over https or from localhost.",
    source: { rfc: 7515, section: "5.2" },
  },
};
