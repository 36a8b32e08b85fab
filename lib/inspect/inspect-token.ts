import { checkClaims } from "./check-claims.ts";
import { checkEncrypted } from "./check-encrypted.ts";
import { checkForm } from "./check-form.ts";
import { checkHeader } from "./check-header.ts";
import { checkNotAToken } from "./check-not-a-token.ts";
import { type Compact, MAX_TOKEN_LENGTH, readCompact } from "./compact.ts";
import { type Finding, finding, rules } from "./rules.ts";

/** RFC 6265 §6.1: the size of one cookie that every browser accepts. */
const COOKIE_BYTES = 4096;

export type Inspection = Compact & {
  /** The inspected token: the input without what was pasted around it. */
  token: string;
  findings: readonly Finding[];
};

/**
 * Explains a pasted token: its parts, and everything that is missing or odd. It does not verify the signature, which
 * takes a key. Never throws, and fetches nothing.
 *
 * @param nowSeconds the time of the chosen clock, in seconds since the epoch
 */
export function inspectToken(input: string, nowSeconds: number): Inspection {
  const { token, findings: around } = unwrap(input);
  const compact = readCompact(token);
  const findings = [...around, ...sizeFindings(token), ...contentFindings(token, compact, nowSeconds)];
  const order = Object.keys(rules);
  return {
    ...compact,
    token,
    findings: findings.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code)),
  };
}

/** Removes what is often copied along: a word before the token, line breaks around it. */
function unwrap(input: string): { token: string; findings: Finding[] } {
  if (input.length > 2 * MAX_TOKEN_LENGTH) return { token: input, findings: [] };
  const trimmed = input.trim();
  const sent = trimmed.replace(/^(authorization:\s*)?bearer\s+/i, "");
  const token = withoutQuotes(sent);
  const findings: Finding[] = [];
  if (trimmed !== input) {
    const text =
      "They were left out here. A verifier must not: with them it is another string, and no token.";
    findings.push(finding("space-around", text));
  }
  if (token !== sent) {
    const text = "A string in JSON or in code. The quotes are no part of the token, and were left out here.";
    findings.push(finding("quoted", text));
  }
  if (sent !== trimmed) {
    findings.push(finding("bearer-prefix", "It belongs to the Authorization header, and was left out here."));
  }
  return { token, findings };
}

/** The text between quotes, unless it is empty. */
function withoutQuotes(text: string): string {
  const [, , inner = ""] = /^(["'])([^"'\\]+)\1[,;]?$/.exec(text) ?? [];
  return inner === "" ? text : inner;
}

function sizeFindings({ length }: string): Finding[] {
  if (length > MAX_TOKEN_LENGTH) {
    const text = `It has ${length} characters, and no more than ${MAX_TOKEN_LENGTH} are read. A verifier sets such a limit before it looks at anything else.`;
    return [finding("oversized", text)];
  }
  if (length <= COOKIE_BYTES) return [];
  return [
    finding(
      "large",
      `It has ${length} characters. A browser keeps 4096 bytes of a cookie, so that it must be cut in pieces.`,
    ),
  ];
}

function contentFindings(token: string, compact: Compact, nowSeconds: number): Finding[] {
  if (token === "" || token.length > MAX_TOKEN_LENGTH) return [];
  const instead = checkNotAToken(token);
  if (instead !== null) return [instead];
  const header = compact.header?.value ?? null;
  const claims = compact.claims?.value ?? null;
  const found = checkForm(compact);
  if (header === null) return found;
  if (compact.kind === "encrypted") return [...found, ...checkEncrypted(header)];
  found.push(...checkHeader(header));
  return claims === null ? found : [...found, ...checkClaims(header, claims, nowSeconds)];
}
