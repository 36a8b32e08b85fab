import { Hono } from "hono";
import type { CryptoPort, ScryptCost } from "./crypto/port.ts";
import { createHashingQueue } from "./domain/hashing-queue.ts";
import { passwordCosts } from "./domain/password-costs.ts";
import { createPasswords } from "./domain/passwords.ts";
import type { SeedHashes } from "./domain/seed.ts";
import type { BackendEnv, Client, Services } from "./http/env.ts";
import { ApiError } from "./http/errors.ts";
import { errorReply } from "./http/reply.ts";
import { controlPlane } from "./lab/control-plane.ts";
import { recordCall } from "./lab/record-call.ts";
import { routes } from "./routes/table.ts";
import { refuseUnknownRoute } from "./routes/unknown-route.ts";
import { createMemoryStore } from "./store/memory/store.ts";
import type { Store } from "./store/store.ts";

export interface BackendOptions {
  readonly crypto: CryptoPort;
  readonly client: Client;
  /** The origin that callers see: `iss` of every token. */
  readonly issuer: string;
  /** Whether a request without `X-Lab` uses the lab `default`: right for a developer's own backend, wrong for a shared one. */
  readonly defaultLab: boolean;
  readonly store?: Store;
  /** Megabytes (of 1,048,576 bytes) that all labs together keep at most, in a store that is made here. */
  readonly memoryMb?: number | undefined;
  /** The cost of a password hash, and the seeded passwords hashed at that cost; the cost `class` by default. */
  readonly passwordCost?: ScryptCost;
  readonly seedHashes?: SeedHashes;
  /** Called with an unexpected error; the caller of the API learns only `server_error`. */
  readonly onUnexpectedError?: (error: unknown) => void;
}

export interface Backend {
  fetch(request: Request): Response | Promise<Response>;
  readonly store: Store;
}

function storeFor(hashes: SeedHashes, memoryMb: number | undefined): Store {
  return createMemoryStore({
    hashes,
    maxBytes: memoryMb === undefined ? undefined : memoryMb * 1024 * 1024,
  });
}

/** The mock backend as one fetch handler, which the listener, the embedded backend and MSW mount. */
export function createBackend(options: BackendOptions): Backend {
  const report = options.onUnexpectedError ?? console.error;
  const { passwordCost, seedHashes } = { ...passwordCosts.class, ...options };
  const services: Services = {
    store: options.store ?? storeFor(seedHashes, options.memoryMb),
    crypto: options.crypto,
    passwords: createPasswords(options.crypto, passwordCost),
    hashing: createHashingQueue(options.crypto, passwordCost),
    client: options.client,
    issuer: options.issuer,
    defaultLab: options.defaultLab,
    report,
  };

  const app = new Hono<BackendEnv>();
  app.use("/v1/*", recordCall(services));
  app.use("/oauth/*", recordCall(services));
  app.use("/lab/*", async (context, next) => {
    // `POST /lab` makes a lab, so it needs none.
    if (context.req.path !== "/lab") return controlPlane(services)(context, next);
    context.set("services", services);
    await next();
  });
  app.use("/.well-known/*", async (context, next) => {
    context.set("services", services);
    await next();
  });
  for (const { method, path, handler } of routes) app.on(method, path, handler);
  app.notFound((context) => {
    refuseUnknownRoute(context);
    throw new ApiError(404, "not_found", "There is no such resource.");
  });
  app.onError((error, context) => {
    if (error instanceof ApiError) return errorReply(context, error);
    report(error);
    return errorReply(context, new ApiError(500, "server_error", "The backend failed; its log says how."));
  });
  return { fetch: (request) => app.fetch(request), store: services.store };
}
