import "server-only";
import { readEnvironment } from "@/lib/env";
import { ACTOR_HEADER } from "@/lib/lab/actor";
import { markOwnRequest } from "@/lib/limits/own-request";

const TIMEOUT_MS = 15_000;
const LARGEST_ANSWER = 4 * 1024 * 1024;

export type SiteAnswer = { status: number; headers: Headers; body: string };

/**
 * One request from this server to this site, as anybody could send it. It goes to the site's own origin, whatever the
 * path says, follows no redirect, and reads no more than it must.
 *
 * @param path begins with a slash
 * @throws TypeError when the path leads off this site or the site cannot be reached, DOMException after the time-out
 */
export async function siteRequest(path: string, init: RequestInit = {}): Promise<SiteAnswer> {
  const { origin } = readEnvironment().siteUrl;
  const url = new URL(path, origin);
  if (url.origin !== origin || !path.startsWith("/")) throw new TypeError("Not a path of this site.");
  const headers = new Headers(init.headers);
  headers.set(ACTOR_HEADER, "attacker");
  markOwnRequest(headers);
  const response = await fetch(url, {
    ...init,
    headers,
    cache: "no-store",
    redirect: "manual",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return { status: response.status, headers: response.headers, body: await boundedText(response) };
}

async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LARGEST_ANSWER) break;
  }
  return text;
}
