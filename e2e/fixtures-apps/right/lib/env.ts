import "server-only";
import { z } from "zod";

/** The mock backend's client, which is published: good for a backend on this machine only. */
const LOCAL_CLIENT = {
  BACKEND_CLIENT_ID: "silent-refresh-web",
  BACKEND_CLIENT_SECRET: "local-client-secret",
};

const client = z.object({ BACKEND_CLIENT_ID: setting(), BACKEND_CLIENT_SECRET: setting() });
const schema = z.object({
  BACKEND_URL: httpUrl().transform((url) => url.replace(/\/$/, "")),
  NEXTAUTH_URL: httpUrl().refine((url) => new URL(url).pathname === "/", { error: "must have no path" }),
  NEXTAUTH_SECRET: setting().min(32, { error: "must have 32 characters or more" }),
});

export type Environment = z.infer<typeof schema> & z.infer<typeof client>;

/**
 * Read when it is needed and not when the module loads: a build has no secrets. An empty variable counts as missing.
 *
 * @throws Error in one line that names every variable that is wrong
 */
export function environment(source: Record<string, string | undefined> = process.env): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const isLocal = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(set.BACKEND_URL ?? "");
  const parsed = z.intersection(schema, client).safeParse({ ...(isLocal && LOCAL_CLIENT), ...set });
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  throw new Error(`The environment is not complete: ${wrong.join("; ")}.`);
}

/** Decides the cookies' `Secure` flag and `__Host-` prefix. At build time there is no address yet. */
export function servedOverHttps(): boolean {
  return (process.env.NEXTAUTH_URL ?? "").startsWith("https:");
}

function setting() {
  return z.string({ error: "is missing" });
}

function httpUrl() {
  const error = ({ input }: { input?: unknown }) =>
    input === undefined ? "is missing" : "must be a whole http or https URL";
  return z.url({ protocol: /^https?$/, error, abort: true });
}
