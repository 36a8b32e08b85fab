import { z } from "zod";

const schema = z.object({
  BACKEND_URL: z.url().default("http://127.0.0.1:4000"),
  BACKEND_CLIENT_ID: z.string().min(1).default("silent-refresh-web"),
  // The embedded backend listens on loopback only and publishes its users' passwords: this default guards nothing.
  BACKEND_CLIENT_SECRET: z.string().min(1).default("local-client-secret"),
});

/**
 * Where the backend is and how this app authenticates to it, read at each call: the embedded backend's
 * address is known only once it listens.
 *
 * @throws ZodError when BACKEND_URL is no URL
 */
export function backendConfig() {
  const env = schema.parse(process.env);
  return {
    url: env.BACKEND_URL.replace(/\/$/, ""),
    /** RFC 6749 §2.3.1: a confidential client authenticates with HTTP Basic. */
    clientAuthorization: `Basic ${Buffer.from(`${env.BACKEND_CLIENT_ID}:${env.BACKEND_CLIENT_SECRET}`).toString("base64")}`,
  };
}
