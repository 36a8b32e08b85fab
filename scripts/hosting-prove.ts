import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startProgram } from "./background";
import { ensureBrowser } from "./browser";
import { foreground } from "./child";
import { ensureProgram } from "./debian";
import { Refusal, run } from "./fail";
import { writeCertificate } from "./hosting/certificate";
import { runDockerfile, type Stage } from "./hosting/dockerfile";
import { caddyArguments, HOST_NAME, nginxArguments } from "./hosting/proxies";
import { ROOT } from "./next";
import { PLAYWRIGHT } from "./playwright";
import { freePort } from "./port";

const PROXIES = [
  { name: "nginx", argumentsOf: nginxArguments },
  { name: "caddy", argumentsOf: caddyArguments },
];

/** A user without rights: the site writes no file. */
const NOBODY = 65_534;
/** A process ends within this time after SIGTERM, whatever connections are open. */
const LONGEST_END_MS = 10_000;

/**
 * `npm run hosting:prove`: carries out the Dockerfile's steps, runs what they made behind Debian's nginx and Caddy, with
 * the configurations that `/hosting` shows and over TLS, and tries it in a browser.
 */
await run(async () => {
  process.chdir(ROOT);
  const chromium = ensureBrowser();
  const programs = PROXIES.map((proxy) => ({ ...proxy, file: ensureProgram(proxy.name) }));
  const folder = mkdtempSync(path.join(tmpdir(), "silent-refresh-hosting-"));
  chmodSync(folder, 0o755);
  try {
    const site = runDockerfile(ROOT, folder, { NEXTAUTH_URL: `https://${HOST_NAME}` });
    if (site.user === "root") throw new Refusal("The Dockerfile runs the site as root.");
    for (const program of programs) {
      const code = await prove(site, folder, chromium, program);
      if (code !== 0) return code;
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function prove(
  site: Stage,
  root: string,
  chromium: string,
  { name, file, argumentsOf }: (typeof PROXIES)[number] & { file: string },
): Promise<number> {
  const folder = path.join(root, name);
  mkdirSync(folder);
  const [port, plainPort, sitePort] = [await freePort(), await freePort(), await freePort()];
  const origin = `https://${HOST_NAME}:${port}`;
  const certificate = await writeCertificate(folder, HOST_NAME);
  const log = path.join(folder, "site.log");
  const server = await startSite(site, sitePort, origin, log);
  const args = argumentsOf({ folder, port, plainPort, sitePort, certificate });
  const proxy = await startProgram({ file, args, port, output: path.join(folder, "proxy.log") });
  try {
    const code = await tryInBrowser({
      HOSTED_ORIGIN: origin,
      HOSTED_SITE: `http://127.0.0.1:${sitePort}`,
      HOSTED_BY: name,
      HOSTED_LOG: log,
      CHROMIUM_PATH: chromium,
    });
    if (code !== 0) console.error(readFileSync(log, "utf8").split("\n").slice(-20).join("\n"));
    const endedInMs = await server.stop();
    console.log(`${name}: the site was gone ${Math.round(endedInMs)} ms after SIGTERM.`);
    return endedInMs > LONGEST_END_MS ? 1 : code;
  } finally {
    await server.stop();
    await proxy.stop();
  }
}

function tryInBrowser(env: Record<string, string>): Promise<number> {
  const config = path.join("e2e", "hosting", "playwright.config.ts");
  const args = [PLAYWRIGHT, "test", "--config", config, ...process.argv.slice(2)];
  return foreground({ file: process.execPath, args, env });
}

function startSite(
  { root, workingDirectory, variables, command }: Stage,
  port: number,
  origin: string,
  log: string,
) {
  const [, ...args] = command;
  return startProgram({
    file: process.execPath,
    args,
    cwd: path.join(root, workingDirectory),
    port,
    output: log,
    uid: process.getuid?.() === 0 ? NOBODY : undefined,
    env: {
      ...variables,
      PORT: String(port),
      // A container has an address of its own; here it would be everybody's.
      HOSTNAME: "127.0.0.1",
      NEXTAUTH_URL: origin,
      NEXTAUTH_SECRET: "a-secret-of-this-test-only-0123456789",
      TRUSTED_PROXY: "loopback",
      ACCESS_LOG: "json",
      // The memory of a small machine, as docs/hosting.md advises.
      NODE_OPTIONS: "--max-old-space-size=512",
    },
  });
}
