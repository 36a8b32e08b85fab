import { decodeLeniently, type Misspelling, misspelling } from "./base64url.ts";
import { type JsonReading, readJsonObject } from "./json-object.ts";

/**
 * Characters. Servers accept 8 to 16 KiB of headers, and one cookie holds 4096 bytes: whatever is longer is no token
 * that anybody could send.
 */
export const MAX_TOKEN_LENGTH = 65_536;

export type Segment = {
  text: string;
  /** What it decodes to, however it is spelt; null when it decodes to nothing. */
  bytes: Uint8Array<ArrayBuffer> | null;
  misspelt: { problem: Misspelling; at: number } | null;
};

/** A compact serialization taken apart: JWS (RFC 7515 §7.1) has three segments, JWE (RFC 7516 §7.1) five. */
export type Compact = {
  kind: "signed" | "encrypted" | "neither";
  segments: readonly Segment[];
  /** Null where there is nothing to read; of a JWE, the claims are encrypted. */
  header: JsonReading | null;
  claims: JsonReading | null;
};

const kinds = { 3: "signed", 5: "encrypted" } as const;

/**
 * Takes a token apart as it stands, without trimming it. Never throws.
 *
 * @param token at most MAX_TOKEN_LENGTH characters; of more, nothing is read
 */
export function readCompact(token: string): Compact {
  if (token.length > MAX_TOKEN_LENGTH) return { kind: "neither", segments: [], header: null, claims: null };
  const segments = token.split(".").map(readSegment);
  const kind = segments.length === 3 || segments.length === 5 ? kinds[segments.length] : "neither";
  const [first, second] = segments;
  return {
    kind,
    segments,
    header: segments.length > 1 ? readingOf(first) : null,
    claims: kind === "encrypted" || segments.length < 2 ? null : readingOf(second),
  };
}

function readSegment(text: string): Segment {
  return { text, bytes: decodeLeniently(text), misspelt: misspelling(text) };
}

function readingOf(segment: Segment | undefined): JsonReading | null {
  if (segment === undefined || segment.text === "") return null;
  // A segment that was cut in the middle of four characters still shows what stands before the cut.
  const bytes = segment.bytes ?? decodeLeniently(segment.text.slice(0, -1));
  return bytes === null ? null : readJsonObject(bytes);
}
