import { createBackend } from "./app.ts";
import { nodeCrypto } from "./crypto/node.ts";
import { passwordCosts } from "./domain/password-costs.ts";
import { readEnvironment, standaloneEnvironmentSchema } from "./environment.ts";
import { type Listener, listen, origin } from "./listen.ts";

/** `npm run backend`: the mock backend as a process of its own, with a lab `default` for a first curl. */
async function main(): Promise<Listener> {
  const environment = readEnvironment(standaloneEnvironmentSchema, process.env);
  const { BACKEND_HOST: host, BACKEND_PORT: port } = environment;
  const backend = createBackend({
    crypto: nodeCrypto,
    client: { id: environment.BACKEND_CLIENT_ID, secret: environment.BACKEND_CLIENT_SECRET },
    issuer: environment.BACKEND_ISSUER?.replace(/\/$/, "") ?? origin(host, port),
    defaultLab: true,
    memoryMb: environment.BACKEND_MEMORY_MB,
    ...passwordCosts[environment.BACKEND_PASSWORD_COST],
  });
  return listen(backend, { host, port, ownProcess: true });
}

try {
  const listener = await main();
  console.log(`The mock backend listens on ${listener.url}

  curl -s ${listener.url}/v1/auth/login -H 'Content-Type: application/json' \\
    -d '{"email":"ada@example.com","password":"analytical-engine"}'
  curl -s ${listener.url}/lab/state -H 'X-Lab: default'

Every route: curl -s ${listener.url}/`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => listener.close().then(() => process.exit(0)));
  }
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE" && "port" in error) {
    return `Port ${error.port} is taken: stop what listens there, or set BACKEND_PORT to another.`;
  }
  // An address that no name leads to, or that is another machine's.
  if ("code" in error && ["ENOTFOUND", "EAI_AGAIN", "EADDRNOTAVAIL"].includes(String(error.code))) {
    return `BACKEND_HOST ${process.env.BACKEND_HOST ?? "127.0.0.1"} is no address of this machine: set it to one, such as 127.0.0.1, or leave it out.`;
  }
  return `The mock backend did not start: ${error.message}`;
}
