import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import getPort from "get-port";
import { type Ended, next, ROOT, runNode, script, serve } from "./programs";

/** One of the apps in this folder, running beside a mock backend of its own. */
export class FixtureApp {
  private constructor(
    private readonly folder: string,
    readonly url: string,
    readonly backendUrl: string,
    /** The app's `check-app.json` with this backend's address in it. */
    readonly profile: string,
    readonly stop: () => Promise<void>,
  ) {}

  /** @param name its folder */
  static async start(name: "right" | "usual-recipe"): Promise<FixtureApp> {
    const folder = path.join(import.meta.dirname, name);
    await build(folder);
    const [port, backendPort] = [await getPort(), await getPort()];
    const url = `http://localhost:${port}`;
    const backendUrl = `http://127.0.0.1:${backendPort}`;
    const backend = script("mock-backend/standalone.ts");
    const settings = { BACKEND_PORT: String(backendPort), BACKEND_PASSWORD_COST: "tests" };
    const stopBackend = await serve(backend, settings, backendUrl);
    const stopApp = await serve(
      next("start", folder, "--port", String(port), "--hostname", "localhost"),
      {
        BACKEND_URL: backendUrl,
        NEXTAUTH_URL: url,
        NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
      },
      url,
    );
    const stop = async () => void (await Promise.all([stopApp(), stopBackend()]));
    return new FixtureApp(folder, url, backendUrl, profileFor(folder, backendUrl), stop);
  }

  /** Tries to start another one of the same build, with nothing in its environment but this. */
  startBare(env: Record<string, string>): Promise<Ended> {
    return runNode(next("start", this.folder, "--port", "0"), env);
  }

  /** `npm run check:app` against it. */
  check(...args: string[]): Promise<Ended> {
    return runNode(script("scripts/check-app.ts", "--url", this.url, "--profile", this.profile, ...args), {
      NODE_ENV: "",
    });
  }
}

/** A file of its own, for nobody else. */
export function temporaryFile(name: string): string {
  return path.join(mkdtempSync(path.join(tmpdir(), "silent-refresh-app-")), name);
}

function profileFor(folder: string, backendUrl: string): string {
  const profile = JSON.parse(readFileSync(path.join(folder, "check-app.json"), "utf8"));
  const file = temporaryFile("check-app.json");
  writeFileSync(file, JSON.stringify({ ...profile, backend: { ...profile.backend, url: backendUrl } }));
  return file;
}

/** Builds an app, types included, unless there is a build of these very sources. */
async function build(folder: string): Promise<void> {
  const stamp = path.join(folder, ".next", "sources.sha256");
  const sources = hashOf(folder);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  const { code, output } = await runNode(next("build", folder));
  if (code !== 0) throw new Error(`${folder} does not build:\n${output}`);
  writeFileSync(stamp, sources);
}

function hashOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\/\.next\/|next-env\.d\.ts$|tsconfig\.tsbuildinfo$|check-app\.json$/.test(file))
    .concat(path.join(ROOT, "package-lock.json"))
    .sort();
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${path.relative(folder, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}
