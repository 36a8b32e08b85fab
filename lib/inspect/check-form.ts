import type { Compact, Segment } from "./compact.ts";
import type { JsonReading } from "./json-object.ts";
import { type Finding, finding } from "./rules.ts";

const names = {
  signed: ["header", "claims part", "signature"],
  encrypted: ["header", "encrypted key", "initialization vector", "ciphertext", "authentication tag"],
  neither: ["first part", "second part", "third part", "fourth part"],
} as const;

/** Parts of a JWE that may be empty: `dir` has no encrypted key (RFC 7516 §5.1). */
const mayBeEmpty = new Set(["encrypted key"]);

/** The name of a segment in its kind of token. */
export function segmentName(kind: Compact["kind"], index: number): string {
  return names[kind][index] ?? `part ${index + 1}`;
}

/** Checks that a token is three or five canonical base64url segments, with JSON objects where they must be. */
export function checkForm(compact: Compact): Finding[] {
  const { kind, segments, header, claims } = compact;
  const found = countFindings(compact);
  if (segments.length < 2) return found;
  for (const [index, segment] of segments.entries()) {
    found.push(...segmentFindings(segment, segmentName(kind, index), isUnsigned(compact) && index === 2));
  }
  found.push(...jsonFindings("header", header), ...jsonFindings("claims", claims));
  const signature = kind === "signed" ? segments[2] : undefined;
  const bytes = signature?.bytes?.length ?? 0;
  const wanted = expectedBytes(header?.value?.alg);
  if (wanted !== null && signature?.text !== "" && bytes !== wanted) {
    const text = `It has ${bytes} ${bytes === 1 ? "byte" : "bytes"}, and this algorithm’s signatures have ${wanted}: part of it is missing, or it is no signature.`;
    found.push(finding("signature-length", text));
  }
  return found;
}

function isUnsigned({ header }: Compact): boolean {
  const alg = header?.value?.alg;
  return typeof alg === "string" && alg.toLowerCase() === "none";
}

function countFindings({ kind, segments }: Compact): Finding[] {
  if (kind !== "neither" || segments.length === 0) return [];
  if (segments.length === 1) {
    const text =
      "It has no dots. An opaque token, such as this site’s refresh tokens, looks like this: a random secret that only its issuer can look up.";
    return [finding("opaque", text)];
  }
  const count = `It has ${segments.length} parts. A signed token has three, an encrypted one five`;
  const why =
    segments.length === 2
      ? ". The signature is missing: it was probably cut off when it was copied."
      : ", with a dot between each two.";
  return [finding("wrong-segment-count", count + why)];
}

function segmentFindings({ text, misspelt }: Segment, name: string, unsigned: boolean): Finding[] {
  if (misspelt === null || (misspelt.problem === "empty" && (unsigned || mayBeEmpty.has(name)))) return [];
  const { problem, at } = misspelt;
  const char = shown(text.charAt(at));
  const where = `In the ${name}, at character ${at + 1}: `;
  switch (problem) {
    case "empty":
      return [finding("missing-segment", `The ${name} is empty.`)];
    case "padded":
      return [finding("padded", `The ${name} ends in “=”. A token leaves padding out.`)];
    case "other-alphabet":
      return [
        finding(
          "other-alphabet",
          `${where}${char} is of plain base64. In base64url, - and _ stand in its place.`,
        ),
      ];
    case "illegal-character":
      return [finding("illegal-character", `${where}${char} cannot stand in a token.`)];
    case "impossible-length":
      return [
        finding(
          "impossible-length",
          `The ${name} has ${text.length} ${text.length === 1 ? "character" : "characters"}: one is missing, or too many.`,
        ),
      ];
    case "non-canonical":
      return [
        finding(
          "non-canonical",
          `The ${name}’s last character, ${char}, has bits set that mean nothing. Many libraries read it all the same, so that one token has several spellings: whoever blocks a token by its text blocks one of them.`,
        ),
      ];
  }
}

const invisible: Record<string, string> = {
  " ": "a space",
  "\n": "a line break",
  "\t": "a tab",
  "\r": "a line break",
};

function shown(char: string): string {
  return invisible[char] ?? `“${char}”`;
}

const jsonTexts = {
  "not-utf8": "is not UTF-8 text.",
  "cut-off": "ends in the middle: the token was probably cut off when it was copied.",
  "not-json": "does not decode to JSON.",
  "not-object": "is JSON, and must be an object.",
  "too-deep": "nests deeper than any token has reason to, which can bring a parser down.",
} as const;

function jsonFindings(name: "header" | "claims", reading: JsonReading | null): Finding[] {
  if (reading === null) return [];
  const subject = name === "header" ? "The header" : "The claims part";
  if (reading.value === null) return [finding(reading.problem, `${subject} ${jsonTexts[reading.problem]}`)];
  if (reading.duplicates.length === 0) return [];
  const twice = reading.duplicates.map((each) => `“${each}”`).join(" and ");
  const text = `${subject} has ${twice} more than once. One program goes by the first, another by the last.`;
  return [finding("duplicate-name", text)];
}

/** The bytes of a signature (RFC 7518 §3.2, §3.4, RFC 8032 §5.1.6); null for RSA, where the key's length decides. */
function expectedBytes(alg: unknown): number | null {
  const known: Record<string, number> = { ES256: 64, ES384: 96, ES512: 132, EdDSA: 64, Ed25519: 64 };
  if (typeof alg !== "string") return null;
  if (/^HS(256|384|512)$/.test(alg)) return Number(alg.slice(2)) / 8;
  return Object.hasOwn(known, alg) ? (known[alg] ?? null) : null;
}
