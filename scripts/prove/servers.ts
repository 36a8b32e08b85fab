import path from "node:path";
import { type Server, startServer } from "../background";
import { NEXT } from "../next";
import { freePort } from "../port";
import { siteEnvironment } from "../site-environment";
import { SITE } from "./proof-site";

/** A connection that is closed while a test is about to use it fails that test. */
const KEEP_ALIVE_MS = "65000";

/** A password's hash is slow on purpose, and a check signs in several times. */
const CHEAP_PASSWORDS = { BACKEND_PASSWORD_COST: "tests" };

/**
 * Serves the proof's site while it is used: once with the backend as it is, and once for each mutant of the backend.
 *
 * @param backends folders of mutated backends, by mutant
 * @param use is given the shared site's origin, and those of the mutants' sites
 */
export async function withProofSites<T>(
  backends: ReadonlyMap<string, string>,
  use: (site: string, sites: ReadonlyMap<string, string>) => Promise<T>,
): Promise<T> {
  const servers: Server[] = [];
  const keep = async (starting: Promise<Server>) => void servers.push(await starting);
  const site = await originToTake();
  const sites = new Map<string, string>();
  try {
    const starting = [keep(startSite(site, ""))];
    for (const [mutant, folder] of backends) {
      const [backend, origin] = [await originToTake("127.0.0.1"), await originToTake()];
      sites.set(mutant, origin);
      starting.push(keep(startBackend(backend, folder)), keep(startSite(origin, backend)));
    }
    // All of them, also when one fails: what was started is stopped below.
    const failed = (await Promise.allSettled(starting)).find(({ status }) => status === "rejected");
    if (failed?.status === "rejected") throw failed.reason;
    return await use(site, sites);
  } finally {
    await Promise.all(servers.map(({ stop }) => stop()));
  }
}

async function originToTake(host = "localhost"): Promise<string> {
  return `http://${host}:${await freePort()}`;
}

/** @param backend the backend's address, or an empty text for the embedded one */
function startSite(origin: string, backend: string): Promise<Server> {
  const { port } = new URL(origin);
  const { variables } = siteEnvironment("production");
  const args = [
    NEXT,
    "start",
    "--keepAliveTimeout",
    KEEP_ALIVE_MS,
    "--port",
    port,
    "--hostname",
    "localhost",
  ];
  const own = {
    ...CHEAP_PASSWORDS,
    PORT: port,
    NEXTAUTH_URL: origin,
    BACKEND_URL: backend,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  return startServer(args, { ...variables, ...own }, origin, { quiet: true, cwd: SITE });
}

function startBackend(url: string, folder: string): Promise<Server> {
  const args = ["--import", "tsx", path.join(folder, "standalone.ts")];
  return startServer(args, { ...CHEAP_PASSWORDS, BACKEND_PORT: new URL(url).port }, url, { quiet: true });
}
