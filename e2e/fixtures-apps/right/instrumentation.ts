/** Next calls this once, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { requireEnvironment } = await import("./lib/require-environment");
  requireEnvironment();
}
