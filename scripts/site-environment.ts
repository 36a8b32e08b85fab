import path from "node:path";
import nextEnv from "@next/env";
import { type Environment, readEnvironment, readSiteUrl } from "@/lib/env";
import { localSecret } from "./local-secret";
import { ROOT } from "./next";

export type Site = {
  environment: Environment;
  /** Variables that the server process needs in addition to those that it inherits. */
  variables: Record<string, string>;
};

/**
 * The environment that the site is served with: the variables of the shell and of Next's `.env` files, completed for local
 * use.
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

/**
 * The address that a build is made for, from the shell or Next's `.env` files: secrets need not be there yet.
 *
 * @throws EnvironmentError when NEXTAUTH_URL is no address
 */
export function siteUrlOfBuild(): URL {
  nextEnv.loadEnvConfig(ROOT, false, { info: () => {}, error: console.error });
  return readSiteUrl();
}

/** Where `next start` and `next dev` listen. */
export function listenArguments({ port, host }: Environment): string[] {
  return ["--port", String(port), ...(host ? ["--hostname", host] : [])];
}
