import { type Finding, finding } from "./rules.ts";

/** The `enc` of session cookies: NextAuth 4 uses the first, Auth.js 5 the second. */
const sessionEncodings = ["A256GCM", "A256CBC-HS512"];

/** Checks a JWE's header, the only part that is readable without the key (RFC 7516 §3). */
export function checkEncrypted(header: Record<string, unknown>): Finding[] {
  const { alg, enc, zip } = header;
  const found = [
    finding(
      "encrypted",
      "Header, encrypted key, initialization vector, ciphertext, authentication tag. What it says is in the fourth part, and only who has the key can read it. There is no signature to verify: the tag does that work, for the holder of the same key.",
    ),
  ];
  if (alg === undefined) found.push(finding("alg-missing", "The header has no alg."));
  if (alg === "dir" && typeof enc === "string" && sessionEncodings.includes(enc)) {
    const text = `alg is dir and enc is ${enc}: NextAuth makes its session cookie so, with a key derived from NEXTAUTH_SECRET. The server that made it can open it, and the browser only carries it.`;
    found.push(finding("session-cookie", text));
  }
  if (alg === "RSA1_5") {
    found.push(
      finding(
        "alg-rsa1_5",
        "Whoever can ask a server whether such a token decrypts can read it, try by try.",
      ),
    );
  }
  if (zip !== undefined) {
    const text = "The length of what was compressed tells of its content.";
    found.push(finding("compressed", text));
  }
  return found;
}
