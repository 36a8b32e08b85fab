import type { Call } from "./request.ts";

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** The prefix of the site's cookie names over https. */
function prefixOf(origin: string): string {
  return origin.startsWith("https:") ? "__Host-silent-refresh" : "silent-refresh";
}

/**
 * Writes a call as a curl line. The lab's cookie is HttpOnly, so its value comes from the lab's answer; it opens this
 * lab only.
 *
 * @param variants chosen by lesson: the choice is stored in the browser's cookie, so a shell has to send it
 */
export function asCurl(
  call: Call,
  origin: string,
  labId: string,
  variants: Readonly<Record<string, string>> = {},
): string {
  const prefix = prefixOf(origin);
  const choice = new URLSearchParams(variants).toString();
  const chosen = choice === "" ? "" : `; ${prefix}.variants=${choice}`;
  const cookie = `${prefix}.lab=${labId}${chosen}`;
  const parts = ["curl", "-i"];
  if (call.method !== "GET") parts.push("-X", call.method);
  parts.push(quote(`${origin}${call.path}`), "-b", quote(cookie));
  for (const [name, value] of Object.entries(call.headers ?? {}))
    parts.push("-H", quote(`${name}: ${value}`));
  if (call.body !== undefined) {
    parts.push("-H", quote("content-type: application/json"), "-d", quote(JSON.stringify(call.body)));
  }
  return parts.join(" ");
}

/** A recorded request, ready to be sent again. */
export type SentRequest = {
  method: string;
  /** The path on this site, with the query. */
  path: string;
  headers: Readonly<Record<string, string>>;
  /** The body, byte for byte. */
  body?: string;
  /** Fields of a form that NextAuth accepts only with a CSRF token, which the shell fetches first. */
  form?: Readonly<Record<string, string>>;
  /** Whether to send the session cookie that the browser holds now. */
  session: boolean;
};

/** The sender: the learner's browser with its lab. */
export type Sender = {
  origin: string;
  labId: string;
  variants: Readonly<Record<string, string>>;
  /** The session cookie's value; null when signed out. */
  session: string | null;
};

/** Writes a recorded request as shell lines that send it again in the same lab. */
export function sentAsCurl(request: SentRequest, sender: Sender): string {
  const { method, path, headers, body, form } = request;
  const cookies = quote(cookiesOf(request, sender));
  const parts = ["curl -i"];
  if (method !== "GET") parts.push(`-X ${method}`);
  parts.push(quote(`${sender.origin}${path}`), `-b ${cookies}`);
  for (const [name, value] of Object.entries(headers)) parts.push(`-H ${quote(`${name}: ${value}`)}`);
  if (body !== undefined) parts.push(`--data-raw ${quote(body)}`);
  if (form === undefined) return parts.join(" ");
  parts.push('-b "$jar"', '--data-urlencode "csrfToken=$csrf"');
  for (const [name, value] of Object.entries(form))
    parts.push(`--data-urlencode ${quote(`${name}=${value}`)}`);
  return [
    "jar=$(mktemp)",
    `csrf=$(curl -s -c "$jar" -b ${cookies} ${quote(`${sender.origin}/api/auth/csrf`)} | sed 's/.*"csrfToken":"\\([^"]*\\)".*/\\1/')`,
    parts.join(" "),
    'rm "$jar"',
  ].join("\n");
}

function cookiesOf({ path, session }: SentRequest, sender: Sender): string {
  const prefix = prefixOf(sender.origin);
  const cookies = [`${prefix}.lab=${sender.labId}`];
  // The backend knows no variants and never receives a session cookie.
  if (path.startsWith("/mock-backend/")) return cookies.join("; ");
  const variants = new URLSearchParams({ ...sender.variants }).toString();
  cookies.push(`${prefix}.variants=${encodeURIComponent(variants)}`);
  if (session && sender.session !== null) cookies.push(`${prefix}.session-token=${sender.session}`);
  return cookies.join("; ");
}
