import { MAX_TOKEN_LENGTH } from "./compact.ts";

/** More cookies than browsers must keep for one domain (RFC 6265 §6.1). */
const MAX_COOKIES = 100;

/** A pasted cookie, with its chunks joined, quotes removed and percent-encoding decoded. */
export type PastedCookie = {
  /** The name without the number of a chunk. */
  name: string;
  value: string;
  /** The number of joined chunks; 0 for a cookie in one piece. */
  chunks: number;
  /** The numbers of missing chunks before the last one present. */
  missing: readonly number[];
  isDecoded: boolean;
  /** The attributes of a Set-Cookie line: `Path=/`, `HttpOnly`. */
  attributes: readonly string[];
};

type Pair = { name: string; value: string; attributes: readonly string[] };

/**
 * Parses a Cookie header (RFC 6265 §4.2) or Set-Cookie lines (§4.1), with or without the header's name.
 *
 * @returns null for a text that is neither, such as a token
 */
export function readCookies(text: string): readonly PastedCookie[] | null {
  if (text.length > 2 * MAX_TOKEN_LENGTH) return null;
  const lines = text.split(/\r?\n/).flatMap((line) => line.trim() || []);
  const named = lines.filter((line) => headerName.test(line));
  // In a response's full list of headers, only the named ones are cookies.
  const pairs = (named.length > 0 ? named : lines).map(readLine);
  if (pairs.length === 0 || pairs.includes(null)) return null;
  const all = pairs.flatMap((line) => line ?? []).slice(0, MAX_COOKIES);
  return all.length === 0 ? null : joinChunks(all);
}

/** `curl -v` prints `<` or `>` before a header. */
const headerName = /^(?:[<>]\s*)?(set-cookie|cookie):\s*/i;
/** RFC 6265 §4.1.1: a name is a token of RFC 2616 §2.2. */
const pair = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(.*)$/s;
const attribute = /^(expires|max-age|domain|path|samesite|priority)=|^(httponly|secure|partitioned)$/i;

function readLine(line: string): Pair[] | null {
  const header = headerName.exec(line)?.[1]?.toLowerCase();
  const parts = line
    .replace(headerName, "")
    .split(";")
    .flatMap((part) => part.trim() || []);
  const [first = "", ...rest] = parts;
  const hasAttributes = rest.length > 0 && rest.every((part) => attribute.test(part));
  const isSet = header === "set-cookie" || (header === undefined && hasAttributes);
  const pairs = (isSet ? [first] : parts).map((part) => readPair(part, isSet ? rest : []));
  if (pairs.length === 0 || pairs.includes(null)) return null;
  // Without a header's name, padded base64 and form fields look like one cookie.
  const isSure = header !== undefined || isSet || pairs.length > 1;
  if (!isSure && !/^[^=&]+=[^=][^&]*$/.test(first)) return null;
  return pairs.flatMap((each) => each ?? []);
}

function readPair(text: string, attributes: readonly string[]): Pair | null {
  const [, name, value] = pair.exec(text) ?? [];
  if (name === undefined || value === undefined) return null;
  return { name, value: value.trim().replace(/^"(.*)"$/s, "$1"), attributes };
}

/** NextAuth splits a value that is too long for one cookie into `name.0`, `name.1` and so on. */
function joinChunks(pairs: readonly Pair[]): PastedCookie[] {
  const baseOf = ({ name }: Pair) => name.replace(/\.\d{1,3}$/, "");
  return [...new Set(pairs.map(baseOf))].flatMap((name) => {
    const group = pairs.filter((each) => baseOf(each) === name);
    const numbered = group.filter((each) => each.name !== name);
    const whole = group.filter((each) => each.name === name).map((each) => cookie(name, each.value, each));
    return numbered.length === 0 ? whole : [...whole, joined(name, numbered)];
  });
}

function joined(name: string, numbered: readonly Pair[]): PastedCookie {
  const byNumber = new Map(numbered.map((each) => [Number(each.name.slice(name.length + 1)), each]));
  const numbers = [...byNumber.keys()].sort((a, b) => a - b);
  const value = numbers.map((number) => byNumber.get(number)?.value ?? "").join("");
  const all = Array.from({ length: (numbers.at(-1) ?? 0) + 1 }, (_, number) => number);
  return {
    ...cookie(name, value, { attributes: numbered[0]?.attributes ?? [] }),
    chunks: numbers.length,
    missing: all.filter((number) => !byNumber.has(number)),
  };
}

function cookie(name: string, raw: string, { attributes }: Pick<Pair, "attributes">): PastedCookie {
  const value = decoded(raw);
  return { name, value, chunks: 0, missing: [], isDecoded: value !== raw, attributes };
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
