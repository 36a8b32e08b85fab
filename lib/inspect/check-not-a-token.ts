import { type Finding, finding } from "./rules.ts";

/** Texts that programs write in place of a missing token. Each stands alone. */
const nothings: Readonly<Record<string, string>> = {
  null: "JSON’s null: the program that wrote it had no token.",
  undefined: "JavaScript’s undefined as text: it was put into a string before there was a token.",
  NaN: "JavaScript’s word for no number.",
  None: "Python’s word for nothing.",
  nil: "The word for nothing of Ruby, Go and others.",
  "[object Object]": "A JavaScript object as text: one of its members was meant.",
  '""': "An empty string, with its quotes.",
  "''": "An empty string, with its quotes.",
};

/** Recognises a word for "nothing" or JSON in a token's place. @returns null for anything else */
export function checkNotAToken(text: string): Finding | null {
  const nothing = Object.hasOwn(nothings, text) ? nothings[text] : undefined;
  if (nothing !== undefined) return finding("no-token", nothing);
  if (/^bearer$/i.test(text)) return finding("no-token", "The word Bearer, with nothing after it.");
  const json = parse(text);
  if (json === undefined) return /^[{["]/.test(text) ? whole("It begins like JSON, and is none.") : null;
  if (typeof json === "boolean") return finding("json-scalar", `JSON’s ${json}: a yes or no, and no token.`);
  if (typeof json === "number") {
    const text = "A number. Only an issuer who gives out numbers as opaque tokens could look it up.";
    return finding("json-scalar", text);
  }
  return whole(inWords(json));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function whole(what: string): Finding {
  return finding("json-serialization", `${what} Paste the token alone.`);
}

const tokenNames = ["access_token", "refresh_token", "id_token", "accessToken", "refreshToken", "token"];

function inWords(json: unknown): string {
  if (Array.isArray(json)) return json.length === 0 ? "An empty JSON list." : "A JSON list.";
  if (typeof json !== "object" || json === null) return "A JSON string.";
  const names = Object.keys(json);
  if (names.length === 0) return "An empty JSON object.";
  const tokens = tokenNames.filter((name) => names.includes(name));
  if (tokens.length > 0) return `A server’s whole answer: it holds ${tokens.join(" and ")}.`;
  if (names.includes("kty") || names.includes("keys"))
    return "A key, or a set of keys: it belongs under Verify.";
  // RFC 7515 §7.2, RFC 7516 §7.2.
  const isSerialization =
    names.includes("signatures") || names.includes("signature") || names.includes("ciphertext");
  return isSerialization ? "A token in the JSON serialization, which no JWT uses." : "A JSON object.";
}
