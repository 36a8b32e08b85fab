/**
 * The weight of a finding.
 * - `refuse`: a verifier must refuse the token
 * - `odd`: a verifier may accept the token, but it should have been made differently
 * - `note`: information
 */
export type Weight = "refuse" | "odd" | "note";

/** A section of an RFC. */
export type Source = { rfc: number; section: string };

/** A published vulnerability by its CVE number, such as `2017-15361`. */
export type Advisory = { cve: string };

type Rule = {
  weight: Weight;
  /** A short heading. */
  title: string;
  source: Source;
};

const rule = (weight: Weight, title: string, rfc: number, section: string): Rule => ({
  weight,
  title,
  source: { rfc, section },
});

/** Every rule of the inspector, in the order in which findings are reported. */
export const rules = {
  oversized: rule("refuse", "Longer than anything that could be sent", 7519, "1"),
  large: rule("odd", "Longer than a cookie holds", 6265, "6.1"),
  "bearer-prefix": rule("note", "Pasted with the word Bearer", 6750, "2.1"),
  "space-around": rule("odd", "Space or line breaks around it", 7515, "2"),
  quoted: rule("odd", "In quotes", 7515, "2"),
  "no-token": rule("refuse", "A word for nothing", 6750, "2.1"),
  "json-scalar": rule("refuse", "A plain JSON value", 7519, "1"),
  "json-serialization": rule("refuse", "JSON, where a compact token is expected", 7519, "1"),
  opaque: rule("note", "No JWT: one part only", 7519, "3"),
  "wrong-segment-count": rule("refuse", "Not three parts, nor five", 7515, "7.1"),
  "missing-segment": rule("refuse", "An empty part", 7515, "7.1"),
  "illegal-character": rule("refuse", "A character that base64url does not have", 7515, "2"),
  "other-alphabet": rule("refuse", "Plain base64, not base64url", 7515, "2"),
  padded: rule("refuse", "Padded with =", 7515, "2"),
  "impossible-length": rule("refuse", "A length that base64url cannot have", 4648, "4"),
  "non-canonical": rule("refuse", "A second spelling of the same bytes", 4648, "3.5"),
  "not-utf8": rule("refuse", "Text that is not UTF-8", 8725, "3.7"),
  "cut-off": rule("refuse", "JSON that ends in the middle", 7519, "7.2"),
  "not-json": rule("refuse", "No JSON", 7519, "7.2"),
  "not-object": rule("refuse", "JSON, and no object", 7519, "7.2"),
  "too-deep": rule("refuse", "JSON nested without end", 8725, "3.10"),
  "duplicate-name": rule("refuse", "The same name twice", 7519, "4"),
  "signature-length": rule("refuse", "A signature of the wrong length", 7518, "3.4"),
  "alg-missing": rule("refuse", "No algorithm", 7515, "4.1.1"),
  "alg-none": rule("refuse", "No signature wanted", 8725, "3.2"),
  "alg-unknown": rule("refuse", "An algorithm that is no signature", 8725, "3.1"),
  "alg-symmetric": rule("note", "Signed with a shared secret", 8725, "3.5"),
  "alg-rsa1_5": rule("odd", "RSA-PKCS1 v1.5 encryption", 8725, "3.2"),
  crit: rule("refuse", "A critical extension", 7515, "4.1.11"),
  "b64-false": rule("refuse", "An unencoded payload", 7797, "7"),
  compressed: rule("odd", "Compressed before encryption", 8725, "3.6"),
  "key-in-header": rule("odd", "It brings its own key", 8725, "3.8"),
  "key-address-in-header": rule("odd", "It names an address to fetch a key from", 8725, "3.10"),
  "kid-missing": rule("note", "It does not say which key", 7515, "4.1.4"),
  "kid-suspicious": rule("odd", "A key id that looks like a path or a query", 8725, "3.10"),
  "typ-missing": rule("odd", "It does not say what it is for", 8725, "3.11"),
  "typ-not-access": rule("odd", "An access token that does not say so", 9068, "2.1"),
  nested: rule("note", "A token inside a token", 7519, "5.2"),
  encrypted: rule("note", "Encrypted: five parts, and only the first can be read", 7516, "3"),
  "session-cookie": rule("note", "Looks like a NextAuth session", 7516, "3"),
  "id-token": rule("odd", "Looks like an ID token", 8725, "3.12"),
  "date-not-number": rule("refuse", "A date that is no number", 7519, "2"),
  "date-in-milliseconds": rule("refuse", "A date in milliseconds", 7519, "2"),
  expired: rule("refuse", "Expired", 7519, "4.1.4"),
  "not-yet-valid": rule("refuse", "Not valid yet", 7519, "4.1.5"),
  "issued-in-future": rule("odd", "Issued in the future", 7519, "4.1.6"),
  "dates-crossed": rule("odd", "It expires before it begins", 7519, "4.1.4"),
  "exp-missing": rule("odd", "It never expires", 9068, "2.2"),
  "long-lived": rule("odd", "Lives longer than an hour", 6750, "5.3"),
  "iss-missing": rule("odd", "It does not say who issued it", 8725, "3.8"),
  "aud-missing": rule("odd", "It does not say who may accept it", 8725, "3.9"),
  "sub-missing": rule("odd", "It does not say whom it is about", 9068, "2.2"),
  "client-id-missing": rule("odd", "It does not say which app it was issued to", 9068, "2.2"),
  "iat-missing": rule("odd", "It does not say when it was issued", 9068, "2.2"),
  "jti-missing": rule("odd", "It has no id of its own", 9068, "2.2"),
  "personal-data": rule("odd", "Personal data that anybody can read", 9068, "6"),
} as const satisfies Record<string, Rule>;

export type FindingCode = keyof typeof rules;

/** One remark about a token. */
export type Finding = {
  code: FindingCode;
  weight: Weight;
  title: string;
  /** What the rule means for this token, in a sentence or two. */
  text: string;
  source: Source;
};

/** Makes a finding from a rule and its meaning for this token. */
export function finding(code: FindingCode, text: string): Finding {
  return { code, text, ...rules[code] };
}
