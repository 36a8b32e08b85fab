import { z } from "zod";

/** The environment. Scripts and the app read their settings here and not from `process.env`; none is required. */

/** The embedded backend's client credentials. They are published, so the backend accepts them on loopback only. */
export const LOCAL_CLIENT = { id: "silent-refresh-web", secret: "local-client-secret" } as const;

/** NextAuth derives the cookie's key from the secret. Deriving adds no entropy to a short secret. */
export const MINIMUM_SECRET_LENGTH = 32;

const DEFAULT_PORT = 3000;

const SECRET_ADVICE = "set it to the output of `openssl rand -base64 32`, the same on every start.";

export type EnvironmentErrorCode =
  | "malformed"
  | "not_an_origin"
  | "insecure_url"
  | "missing_secret"
  | "weak_secret"
  | "missing_client_secret"
  | "weak_passwords";

/** A setting with which the site cannot start. The message is one line: the variable, and what to do. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";

  constructor(
    readonly code: EnvironmentErrorCode,
    readonly variable: string,
    advice: string,
  ) {
    super(`${variable} ${advice}`);
  }
}

const httpUrl = z
  .url({ protocol: /^https?$/, error: "must be a whole http or https URL, such as http://localhost:3000" })
  .transform((text) => new URL(text));

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
    error: "must be a port number from 1 to 65535, such as 3000",
  })
  .transform(Number);

/** A range of all addresses would let each client claim any address. */
const range = z.union([z.cidrv4(), z.cidrv6()]).refine((text) => !text.endsWith("/0"));
const proxy = z.union([z.ipv4(), z.ipv6(), range, z.enum(["loopback", "linklocal", "uniquelocal"])]);

const trustedProxies = z
  .string()
  .transform((text) => text.split(",").map((entry) => entry.trim()))
  .refine((entries) => z.array(proxy).safeParse(entries).success, {
    error:
      "must list addresses, ranges such as 10.0.0.0/8, or loopback, linklocal, uniquelocal, with commas between",
  });

/** The backend's own bounds, checked here as well, so that `npm start` reports a wrong value in one line. */
const megabytes = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 8 && Number(text) <= 65_536, {
    error: "must be a whole number of megabytes from 8 to 65536, such as 256",
  });

const schema = z.object({
  NEXTAUTH_URL: httpUrl.optional(),
  NEXTAUTH_SECRET: z.string().optional(),
  BACKEND_URL: httpUrl.optional(),
  BACKEND_CLIENT_ID: z.string().optional(),
  BACKEND_CLIENT_SECRET: z.string().optional(),
  BACKEND_PASSWORD_COST: z
    .enum(["class", "owasp", "tests"], { error: "must be class, owasp or tests" })
    .optional(),
  BACKEND_MEMORY_MB: megabytes.optional(),
  PORT: port.optional(),
  HOST: z.string().optional(),
  TRUSTED_PROXY: trustedProxies.optional(),
  LIMIT_LOOPBACK: z.enum(["1"], { error: "must be 1, or left out" }).optional(),
  ACCESS_LOG: z.enum(["json"], { error: "must be json, or left out" }).optional(),
});

type Settings = z.infer<typeof schema>;

export type Environment = {
  /** The address at which visitors reach the site. */
  siteUrl: URL;
  /** Whether that address is https. Cookies then have the `Secure` flag and the `__Host-` prefix. */
  isHttps: boolean;
  /** False on localhost only. A public site must set its own secrets and use https. */
  isPublic: boolean;
  port: number;
  /** The address to listen on; undefined listens on every interface. */
  host: string | undefined;
  /** Proxies whose `X-Forwarded-For` is trusted: addresses, ranges, or the names that `proxy-addr` knows. */
  trustedProxies: readonly string[];
  /** Whether limits per address apply to loopback addresses too. */
  limitsLoopback: boolean;
  /** Whether the server logs each request as a line of JSON on stdout. */
  logsRequests: boolean;
  /** NextAuth's secret. `npm start` and `npm run dev` generate one for local use. */
  secret: string | undefined;
  backend: {
    /** The backend's address; undefined means the embedded backend, whose address is known once it listens. */
    url: URL | undefined;
    clientId: string;
    clientSecret: string;
  };
};

/** Whether a URL's host is this machine's loopback. */
export function isLoopback(url: URL): boolean {
  return /^(localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(url.hostname);
}

/**
 * Reads and checks the environment; an empty variable counts as not set.
 *
 * @throws EnvironmentError naming the first variable that the site cannot be served with
 */
export function readEnvironment(source: Record<string, string | undefined> = process.env): Environment {
  const settings = parse(source);
  const portNumber = settings.PORT ?? portOf(settings.NEXTAUTH_URL) ?? DEFAULT_PORT;
  const siteUrl = siteUrlOf(settings.NEXTAUTH_URL, portNumber);
  const isPublic = !isLoopback(siteUrl);
  if (isPublic) refuseUnsafePublicSite(siteUrl, settings);

  return {
    siteUrl,
    isHttps: siteUrl.protocol === "https:",
    isPublic,
    port: portNumber,
    host: settings.HOST ?? (isPublic ? undefined : "localhost"),
    trustedProxies: settings.TRUSTED_PROXY ?? [],
    limitsLoopback: settings.LIMIT_LOOPBACK === "1",
    logsRequests: settings.ACCESS_LOG === "json",
    secret: settings.NEXTAUTH_SECRET,
    backend: {
      url: settings.BACKEND_URL,
      clientId: settings.BACKEND_CLIENT_ID ?? LOCAL_CLIENT.id,
      clientSecret: clientSecret(settings),
    },
  };
}

/**
 * Reads the site's address alone. A build needs nothing else, and may run where the secrets are not set.
 *
 * @throws EnvironmentError when the address is malformed or is more than an origin
 */
export function readSiteUrl(source: Record<string, string | undefined> = process.env): URL {
  const { NEXTAUTH_URL, PORT } = parse({ NEXTAUTH_URL: source.NEXTAUTH_URL, PORT: source.PORT });
  return siteUrlOf(NEXTAUTH_URL, PORT ?? DEFAULT_PORT);
}

/**
 * NextAuth's secret, with which the session cookie is encrypted and decrypted.
 *
 * @throws EnvironmentError `missing_secret`: with an empty secret, decrypting any cookie would fail
 */
export function requireSecret(source: Record<string, string | undefined> = process.env): string {
  const { secret } = readEnvironment(source);
  if (secret) return secret;
  throw new EnvironmentError("missing_secret", "NEXTAUTH_SECRET", `is missing: ${SECRET_ADVICE}`);
}

function parse(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new EnvironmentError("malformed", String(issue?.path[0]), issue?.message ?? "is not valid");
}

/** Checks that the site's address has no path: cookies, redirects and links are made for the root of a host. */
function siteUrlOf(given: URL | undefined, portNumber: number): URL {
  if (given === undefined) return new URL(`http://localhost:${portNumber}`);
  if (given.href === `${given.origin}/`) return given;
  // The message leaves out the rest of the address, which may hold a password.
  throw new EnvironmentError(
    "not_an_origin",
    "NEXTAUTH_URL",
    `names more than a host, and the site is served at the root of one, without user, path, query or fragment: use ${given.origin}.`,
  );
}

/** The port to listen on: a local NEXTAUTH_URL names it; a public one names its proxy's port. */
function portOf(url: URL | undefined): number | undefined {
  return url && isLoopback(url) && url.port ? Number(url.port) : undefined;
}

function refuseUnsafePublicSite(siteUrl: URL, settings: Settings): void {
  const { NEXTAUTH_SECRET: secret, BACKEND_PASSWORD_COST: passwordCost } = settings;
  if (siteUrl.protocol !== "https:") {
    throw new EnvironmentError(
      "insecure_url",
      "NEXTAUTH_URL",
      `is ${siteUrl.origin}, a public site without https, where a session cookie can be read in transit: use https://${siteUrl.host}.`,
    );
  }
  if (!secret) {
    throw new EnvironmentError(
      "missing_secret",
      "NEXTAUTH_SECRET",
      `is missing, and ${siteUrl.origin} is public: ${SECRET_ADVICE}`,
    );
  }
  if (secret.length < MINIMUM_SECRET_LENGTH) {
    throw new EnvironmentError(
      "weak_secret",
      "NEXTAUTH_SECRET",
      `is shorter than ${MINIMUM_SECRET_LENGTH} characters, and ${siteUrl.origin} is public: ${SECRET_ADVICE}`,
    );
  }
  if (passwordCost === "tests") {
    throw new EnvironmentError(
      "weak_passwords",
      "BACKEND_PASSWORD_COST",
      `is tests, and ${siteUrl.origin} is public: leave it out, or set it to class or owasp.`,
    );
  }
}

function clientSecret(settings: Settings): string {
  const { BACKEND_URL: url, BACKEND_CLIENT_SECRET: secret } = settings;
  if (secret) return secret;
  if (url && !isLoopback(url)) {
    throw new EnvironmentError(
      "missing_client_secret",
      "BACKEND_CLIENT_SECRET",
      `is missing, and the backend at ${url.origin} is not on this machine: set it to the secret that backend expects.`,
    );
  }
  return LOCAL_CLIENT.secret;
}
