const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Encodes bytes as base64url without padding (RFC 7515 §2). */
export function encodeBase64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * Decodes a text in spite of misspellings. For display only: a verifier must refuse them.
 *
 * @returns null when the length is impossible in base64
 */
export function decodeLeniently(text: string): Uint8Array<ArrayBuffer> | null {
  const spelt = text
    .replace(/[^A-Za-z0-9+/_-]/g, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  try {
    return Uint8Array.from(atob(spelt), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/**
 * Why a text is not canonical base64url.
 * - `empty`
 * - `padded`: ends in `=`, which RFC 7515 §2 leaves out
 * - `other-alphabet`: contains `+` or `/` of plain base64
 * - `illegal-character`: contains any other character, such as a space or a line break
 * - `impossible-length`: has one character too many or too few
 * - `non-canonical`: the last character has unused bits that are not zero (RFC 4648 §3.5)
 */
export type Misspelling =
  | "empty"
  | "padded"
  | "other-alphabet"
  | "illegal-character"
  | "impossible-length"
  | "non-canonical";

/**
 * Finds the first misspelling of base64url. @returns null for a canonical text, otherwise the problem and its
 * position
 *
 * @returns null for a text that is canonical base64url, otherwise what is wrong and where
 */
export function misspelling(text: string): { problem: Misspelling; at: number } | null {
  if (text === "") return { problem: "empty", at: 0 };
  const illegal = text.search(/[^A-Za-z0-9_-]/);
  if (illegal >= 0) return { problem: kindOf(text, illegal), at: illegal };
  const rest = text.length % 4;
  if (rest === 1) return { problem: "impossible-length", at: text.length - 1 };
  const last = ALPHABET.indexOf(text.at(-1) ?? "");
  const unused = { 0: 0, 2: 0b1111, 3: 0b11 }[rest] ?? 0;
  return (last & unused) === 0 ? null : { problem: "non-canonical", at: text.length - 1 };
}

function kindOf(text: string, at: number): Misspelling {
  if (/^=+$/.test(text.slice(at))) return "padded";
  return "+/".includes(text.charAt(at)) ? "other-alphabet" : "illegal-character";
}
