/**
 * Puts the site's server in order (`lib/server`), and starts the mock backend beside the site, once per process, unless
 * `BACKEND_URL` names one that runs already. A listener outlives hot reloads under `next dev`; interception of `fetch`
 * does not (checked by mock-backend/hot-reload.dev.test.ts).
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { registerServer } = await import("./lib/server/register");
  registerServer();
  if (process.env.BACKEND_URL) return;
  const { startEmbeddedBackend } = await import("./mock-backend/embedded");
  const { url } = await startEmbeddedBackend(process.env);
  process.env.BACKEND_URL = url;
}
