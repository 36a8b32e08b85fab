import { decodeLeniently, type Misspelling, misspelling } from "./base64url.ts";
import { type JsonReading, readJsonObject } from "./json-object.ts";

/**
 * The longest text that is read, in characters. A request cannot carry a longer token: servers accept 8 to 16 KiB of
 * headers, and one cookie holds 4096 bytes.
 */
export const MAX_TOKEN_LENGTH = 65_536;

export type Segment = {
  text: string;
  /** The decoded bytes, in spite of misspellings; null when nothing can be decoded. */
  bytes: Uint8Array<ArrayBuffer> | null;
  misspelt: { problem: Misspelling; at: number } | null;
};

/** The segments of a compact serialization: three of a JWS (RFC 7515 §7.1), five of a JWE (RFC 7516 §7.1). */
export type Compact = {
  kind: "signed" | "encrypted" | "neither";
  segments: readonly Segment[];
  /** Null where nothing is readable, such as the claims of a JWE, which are encrypted. */
  header: JsonReading | null;
  claims: JsonReading | null;
};

const kinds = { 3: "signed", 5: "encrypted" } as const;

/**
 * Splits a token into its segments without trimming it. Never throws.
 *
 * @param token at most MAX_TOKEN_LENGTH characters; a longer text is not read
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
  // Decodes a segment that was cut within a group of four characters up to the cut.
  const bytes = segment.bytes ?? decodeLeniently(segment.text.slice(0, -1));
  return bytes === null ? null : readJsonObject(bytes);
}
