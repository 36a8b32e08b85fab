import { durationInWords } from "@/lib/lab/client/words";
import { type Finding, finding } from "./rules.ts";

type Claims = Record<string, unknown>;

/** RFC 6750 §5.3: "one hour or less". */
const LONGEST_LIFE_SECONDS = 3600;
/** The year 5138 in seconds: a larger number is meant in milliseconds. */
const FIRST_IN_MILLISECONDS = 1e11;

/**
 * Checks a signed token's claims for what is missing or odd (RFC 7519 §4.1, RFC 8725 §3, RFC 9068 §2.2).
 *
 * @param nowSeconds the time of the chosen clock, in seconds since the epoch
 */
export function checkClaims(header: Claims, claims: Claims, nowSeconds: number): Finding[] {
  const idToken = isIdToken(claims);
  const access = !idToken && isAccessToken(header, claims);
  return [
    ...typeFindings(header, { access, idToken }),
    ...dateFindings(claims, nowSeconds, access),
    ...missingFindings(claims, access),
    ...personalFindings(claims, idToken),
  ];
}

const mediaType = ({ typ }: Claims) =>
  typeof typ === "string" ? typ.toLowerCase().replace(/^application\//, "") : null;

function isAccessToken(header: Claims, claims: Claims): boolean {
  return mediaType(header) === "at+jwt" || ["scope", "scp", "client_id"].some((name) => name in claims);
}

/** Whether a token has claims that only an ID token has (OpenID Connect Core §2 and §3.3.2.11). */
function isIdToken(claims: Claims): boolean {
  return ["nonce", "at_hash", "c_hash"].some((name) => Object.hasOwn(claims, name));
}

function typeFindings(header: Claims, { access, idToken }: { access: boolean; idToken: boolean }): Finding[] {
  if (idToken) {
    const text =
      "It tells an app who signed in, and is for that app alone. An API that takes it for an access token lets every app’s login in.";
    return [finding("id-token", text)];
  }
  const typ = mediaType(header);
  if (access && typ !== "at+jwt") {
    const said = typ === null ? "no typ at all" : `typ ${JSON.stringify(header.typ)}`;
    const text = `It has an access token’s claims and ${said}. With at+jwt, no other kind of token can pass for one.`;
    return [finding("typ-not-access", text)];
  }
  if (typ !== null && typ !== "jwt") return [];
  const said = typ === null ? "It has no typ" : "“JWT” says that it is a token, which one could see";
  return [
    finding("typ-missing", `${said}. A type of its own keeps one kind of token from passing for another.`),
  ];
}

function dateFindings(claims: Claims, nowSeconds: number, access: boolean): Finding[] {
  const found: Finding[] = [];
  for (const name of ["exp", "nbf", "iat", "auth_time"]) {
    const value = claims[name];
    if (value === undefined) continue;
    if (typeof value !== "number" || !Number.isFinite(value)) {
      const text = `${name} is ${JSON.stringify(value)?.slice(0, 40)}. It must be a number of seconds since 1970.`;
      found.push(finding("date-not-number", text));
    } else if (value >= FIRST_IN_MILLISECONDS) {
      const text = `${name} is ${value}, far beyond the year 5000. It was meant in seconds, and is in milliseconds.`;
      found.push(finding("date-in-milliseconds", text));
    }
  }
  const [exp, nbf, iat] = ["exp", "nbf", "iat"].map((name) => dateIn(claims, name));
  if (exp !== undefined && nowSeconds >= exp) {
    found.push(
      finding("expired", `It expired ${durationInWords(nowSeconds - exp)} ago on the chosen clock.`),
    );
  }
  if (nbf !== undefined && nowSeconds < nbf) {
    found.push(finding("not-yet-valid", `It is valid in ${durationInWords(nbf - nowSeconds)}, not before.`));
  }
  if (iat !== undefined && iat > nowSeconds) {
    const text = `It is from ${durationInWords(iat - nowSeconds)} ahead of the chosen clock: the clocks differ, or this is not the clock that judges it.`;
    found.push(finding("issued-in-future", text));
  }
  const start = nbf ?? iat;
  if (exp !== undefined && start !== undefined && exp <= start) {
    found.push(
      finding("dates-crossed", "exp is not after its beginning: there is no moment at which it is valid."),
    );
  }
  if (!Object.hasOwn(claims, "exp")) {
    found.push(
      finding("exp-missing", "Without exp, a stolen one is good until the signing key is replaced."),
    );
  }
  if (access && exp !== undefined && iat !== undefined && exp - iat > LONGEST_LIFE_SECONDS) {
    const life = durationInWords(exp - iat);
    found.push(finding("long-lived", `It lives ${life}. Whoever steals it has it for as long.`));
  }
  return found;
}

function dateIn(claims: Claims, name: string): number | undefined {
  const value = claims[name];
  return typeof value === "number" && Number.isFinite(value) && value < FIRST_IN_MILLISECONDS
    ? value
    : undefined;
}

function missingFindings(claims: Claims, access: boolean): Finding[] {
  const lacks = (name: string) => !Object.hasOwn(claims, name);
  const found: Finding[] = [];
  if (lacks("iss")) found.push(finding("iss-missing", "Without iss, nothing ties it to a set of keys."));
  if (lacks("aud")) {
    found.push(finding("aud-missing", "Without aud, a token for one service is good at every other."));
  }
  if (!access) return found;
  const required = [
    ["sub", "sub-missing", "RFC 9068 requires sub of an access token: the user, or the app itself."],
    ["client_id", "client-id-missing", "RFC 9068 requires client_id of an access token."],
    ["iat", "iat-missing", "RFC 9068 requires iat of an access token."],
    ["jti", "jti-missing", "RFC 9068 requires jti of an access token. It is also what one revokes it by."],
  ] as const;
  for (const [name, code, text] of required) if (lacks(name)) found.push(finding(code, text));
  return found;
}

const personal = [
  "email",
  "name",
  "given_name",
  "family_name",
  "phone_number",
  "birthdate",
  "address",
  "picture",
];

function personalFindings(claims: Claims, idToken: boolean): Finding[] {
  const there = personal.filter((name) => Object.hasOwn(claims, name));
  if (there.length === 0 || idToken) return [];
  const text = `${there.join(", ")}: signed is not encrypted. Every log, proxy and service on its way can read this.`;
  return [finding("personal-data", text)];
}
