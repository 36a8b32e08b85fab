import { z } from "zod";
import { type About, aboutSchema } from "@/lib/check/about";

/** A site to check. */
export type Target = { name: string | null; url: string };

/**
 * The state of a site before its checks. `foreign`: the server that answers is no site of this project. `unreachable`: no
 * server answers in time. `misconfigured`: the site is of this project, and cannot be checked with its settings.
 */
export type Probe =
  | { state: "ready"; about: About }
  | { state: "foreign" | "unreachable" | "misconfigured"; problem: string };

/** A sleeping host may need a while to wake; a dead one must not hold up a class. */
const PROBE_TIMEOUT_MS = 10_000;

const errorSchema = z.object({ error: z.string() });

/**
 * Asks a site whether it is of this project, which lessons it has, and whether it can make a lab.
 *
 * @param url its origin
 * @param limitMs how long it may take to answer, where that is less than what a waking host gets
 */
export async function probe(url: string, limitMs: number | null = null): Promise<Probe> {
  const timeoutMs = Math.min(limitMs ?? PROBE_TIMEOUT_MS, PROBE_TIMEOUT_MS);
  const answer = await ask(`${url}/api/about`, { timeoutMs });
  if (answer === null) return { state: "unreachable", problem: unreachable(url) };
  const about = aboutSchema.safeParse(answer.json);
  if (!about.success) {
    const problem =
      answer.status >= 500
        ? `${url} answers ${answer.status}: look at what the site prints.`
        : `${url} is not a site of this project, or an old one. Name the address where Silent Refresh runs.`;
    return { state: answer.status >= 500 ? "unreachable" : "foreign", problem };
  }
  if (new URL(about.data.url).origin !== url)
    return { state: "misconfigured", problem: elsewhere(url, about.data.url) };
  const lab = await ask(`${url}/api/lab`, { method: "POST", timeoutMs });
  if (lab?.status === 200) return { state: "ready", about: about.data };
  const code = errorSchema.safeParse(lab?.json).data?.error ?? `${lab?.status ?? "no answer"}`;
  return {
    state: "misconfigured",
    problem: `${url} cannot make a lab (${code}): is its backend running, and BACKEND_URL right?`,
  };
}

/** Whether a server still answers at an address where one answered before. */
export async function answers(url: string): Promise<boolean> {
  return (await ask(`${url}/api/about`, { timeoutMs: PROBE_TIMEOUT_MS })) !== null;
}

function unreachable(url: string): string {
  return `No site answers at ${url}. Start it (npm start), or name another address.`;
}

/** NextAuth sends its visitors to its own address, where they have no cookie of this one. */
function elsewhere(url: string, own: string): string {
  return `${url} says that it lives at ${own}: check that address, or set NEXTAUTH_URL=${url} there.`;
}

type Asked = { method?: "GET" | "POST"; timeoutMs: number };

/** @returns null when nothing answers in time */
async function ask(address: string, { method = "GET", timeoutMs }: Asked) {
  try {
    const answer = await fetch(address, {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.text();
    return { status: answer.status, json: parseJson(text) };
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
