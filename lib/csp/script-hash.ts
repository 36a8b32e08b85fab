import { createHash } from "node:crypto";

/**
 * The CSP source that allows one inline script. A browser hashes the text between the tags as it stands, without
 * decoding entities (CSP Level 3, section 6.7.3.3).
 */
export function scriptHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}
