import path from "node:path";
import nextEnv from "@next/env";
import { type Environment, readEnvironment } from "@/lib/env";
import { localSecret } from "./local-secret";
import { ROOT } from "./next";

export type Site = {
  environment: Environment;
  /** What the server process needs on top of what it inherits. */
  variables: Record<string, string>;
};

/**
 * The environment that the site is served with: what is set, in the shell or in Next's `.env` files, completed for
 * local use.
 *
 * @throws EnvironmentError naming the variable that the site cannot be served with
 */
export function siteEnvironment(mode: "development" | "production"): Site {
  nextEnv.loadEnvConfig(ROOT, mode === "development", { info: () => {}, error: console.error });
  const environment = readEnvironment();
  return {
    environment,
    variables: {
      NEXTAUTH_URL: environment.siteUrl.origin,
      NEXTAUTH_SECRET: environment.secret ?? localSecret(path.join(ROOT, ".secrets")),
      PORT: String(environment.port),
    },
  };
}

/** Where `next start` and `next dev` listen. */
export function listenArguments({ port, host }: Environment): string[] {
  return ["--port", String(port), ...(host ? ["--hostname", host] : [])];
}
