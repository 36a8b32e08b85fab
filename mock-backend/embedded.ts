import getPort, { portNumbers } from "get-port";
import { createBackend } from "./app.ts";
import { nodeCrypto } from "./crypto/node.ts";
import { passwordCosts } from "./domain/password-costs.ts";
import { clientEnvironmentSchema, readEnvironment } from "./environment.ts";
import { type Listener, listen, origin } from "./listen.ts";

const HOST = "127.0.0.1";
const FIRST_PORT = 4000;
const ATTEMPTS = 5;

/** On `globalThis`, because a hot reload evaluates this module anew and must find the listener of before. */
const KEY = Symbol.for("silent-refresh.embedded-backend");
type Global = typeof globalThis & { [KEY]?: Promise<Listener> };

/**
 * Starts the backend inside this process, on loopback, once: later calls get the same listener with its state.
 *
 * @throws Error naming what is wrong in the environment, or when no port could be had
 */
export function startEmbeddedBackend(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Listener> {
  const shared: Global = globalThis;
  shared[KEY] ??= start(environment);
  return shared[KEY];
}

async function start(environment: Readonly<Record<string, string | undefined>>): Promise<Listener> {
  const settings = readEnvironment(clientEnvironmentSchema, environment);
  const { BACKEND_CLIENT_ID: id, BACKEND_CLIENT_SECRET: secret } = settings;
  for (let attempt = 1; ; attempt += 1) {
    const port = await getPort({ port: portNumbers(FIRST_PORT, FIRST_PORT + 999), host: HOST });
    const backend = createBackend({
      crypto: nodeCrypto,
      client: { id, secret },
      issuer: origin(HOST, port),
      defaultLab: false,
      memoryMb: settings.BACKEND_MEMORY_MB,
      ...passwordCosts[settings.BACKEND_PASSWORD_COST],
    });
    try {
      return await listen(backend, { host: HOST, port });
    } catch (error) {
      // Another process took the port between the look and the bind.
      if (attempt >= ATTEMPTS) throw error;
    }
  }
}
