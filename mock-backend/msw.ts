import { type HttpHandler, http } from "msw";
import { type Backend, type BackendOptions, createBackend } from "./app.ts";
import { browserCrypto } from "./crypto/browser.ts";
import { LOCAL_CLIENT_SECRET } from "./environment.ts";

export interface MockBackendOptions extends Partial<Omit<BackendOptions, "issuer">> {
  /** Where the code under test expects the backend; a path is allowed (`https://app.test/mock-backend`). */
  readonly baseUrl?: string;
}

/**
 * MSW handlers that answer from the mock backend itself, for `setupServer` and `setupWorker`. Nothing in here needs
 * Node: in a unit test on Node, give `crypto: nodeCrypto` for a faster login.
 */
export function mockBackendHandlers(options: MockBackendOptions = {}): HttpHandler[] {
  const { baseUrl = "http://127.0.0.1:4000", ...rest } = options;
  const base = new URL(baseUrl);
  const prefix = base.pathname.replace(/\/$/, "");
  const backend = createBackend({
    crypto: browserCrypto,
    client: { id: "silent-refresh-web", secret: LOCAL_CLIENT_SECRET },
    defaultLab: true,
    ...rest,
    issuer: base.origin + prefix,
  });
  return handlersFor(backend, base.origin, prefix);
}

/** {@link mockBackendHandlers} for a backend that the caller has made. */
export function handlersFor(backend: Backend, origin: string, prefix = ""): HttpHandler[] {
  return [
    http.all(`${origin}${prefix}/*`, ({ request }) => {
      if (prefix === "") return backend.fetch(request);
      const url = new URL(request.url);
      url.pathname = url.pathname.slice(prefix.length);
      return backend.fetch(new Request(url, request));
    }),
  ];
}
