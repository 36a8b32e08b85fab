import type { Call } from "./request.ts";

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * The same call as a curl line for a shell. The lab's cookie is HttpOnly, so its value comes from the lab's answer;
 * it opens this lab only.
 *
 * @param variants chosen by lesson: a choice lives in the browser's cookie, so a shell has to bring it along
 */
export function asCurl(
  call: Call,
  origin: string,
  labId: string,
  variants: Readonly<Record<string, string>> = {},
): string {
  const prefix = origin.startsWith("https:") ? "__Host-" : "";
  const choice = new URLSearchParams(variants).toString();
  const chosen = choice === "" ? "" : `; ${prefix}silent-refresh.variants=${choice}`;
  const cookie = `${prefix}silent-refresh.lab=${labId}${chosen}`;
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
