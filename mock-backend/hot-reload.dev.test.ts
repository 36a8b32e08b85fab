import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { execa } from "execa";
import getPort from "get-port";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";

/**
 * `next dev` over a small app of its own that starts the backend through the project's instrumentation.ts. The app lies
 * inside the project (where Turbopack finds the packages) and has its own `.next`, so a running `npm run dev` is left alone.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
/** Ten seconds in all on an idle machine; compiling for the first time is slow on a busy one. */
const WAIT = { timeout: 100_000, interval: 200 };

let stop = async () => {};
let folder: string | undefined;
afterEach(async () => {
  await stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function makeApp(): Promise<string> {
  await mkdir(`${root}test-results`, { recursive: true });
  const app = await mkdtemp(`${root}test-results/hot-reload-`);
  await mkdir(`${app}/app/url`, { recursive: true });
  const files = {
    // Its own, or Next would take the project's from further up.
    "next.config.mjs": "export default {};\n",
    "instrumentation.js": 'export { register } from "../../instrumentation";\n',
    "app/layout.js":
      "export default function Layout({ children }) {\n  return <html lang='en'><body>{children}</body></html>;\n}\n",
    "app/page.js": page("one"),
    "app/url/route.js": route("one"),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(`${app}/${name}`, text);
  return app;
}

const page = (edition: string) =>
  `export const dynamic = "force-dynamic";\nexport default () => <p>{"edition ${edition}"}</p>;\n`;
const route = (edition: string) =>
  `export const dynamic = "force-dynamic";
export const GET = () => Response.json({ url: process.env.BACKEND_URL, edition: "edition ${edition}" });\n`;

const text = async (url: string) => (await fetch(url)).text();

async function backendUrl(site: string): Promise<string> {
  const { url } = z.object({ url: z.string() }).parse(await (await fetch(`${site}/url`)).json());
  return url;
}

test("the embedded backend and its labs survive hot reloads under next dev", async () => {
  folder = await makeApp();
  const port = await getPort();
  const site = `http://127.0.0.1:${port}`;
  const server = execa(
    process.execPath,
    [
      `${root}node_modules/next/dist/bin/next`,
      "dev",
      folder,
      "--port",
      String(port),
      "--hostname",
      "127.0.0.1",
    ],
    {
      env: { NODE_ENV: "development", NEXT_TELEMETRY_DISABLED: "1", BACKEND_URL: undefined },
      stdin: "ignore",
      all: true,
      reject: false,
    },
  );
  stop = async () => {
    server.kill();
    await server;
  };
  let output = "";
  server.all.on("data", (chunk) => {
    output += String(chunk);
  });
  await vi
    .waitFor(async () => expect(await text(site)).toContain("edition"), WAIT)
    .catch((cause: unknown) => {
      throw new Error(`next dev did not serve the page. It said:\n${output}`, { cause });
    });

  const before = await backendUrl(site);
  const made = await fetch(`${before}/lab`, { method: "POST" });
  const { id } = z.object({ id: z.string() }).parse(await made.json());
  const login = await fetch(`${before}/v1/auth/login`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Lab": id },
    body: JSON.stringify({ email: "ada@example.com", password: "analytical-engine" }),
  });
  const { access_token } = z.object({ access_token: z.string() }).parse(await login.json());

  // A page and a Route Handler: both bundles that can reach the backend are compiled and evaluated anew.
  await writeFile(`${folder}/app/page.js`, page("two"));
  await vi.waitFor(async () => expect(await text(site)).toContain("edition two"), WAIT);
  await writeFile(`${folder}/app/url/route.js`, route("two"));
  await vi.waitFor(async () => expect(await text(`${site}/url`)).toContain("edition two"), WAIT);

  expect(await backendUrl(site)).toBe(before);
  const notes = await fetch(`${before}/v1/notes`, {
    headers: { Authorization: `Bearer ${access_token}`, "X-Lab": id },
  });
  expect(notes.status).toBe(200);
}, 180_000);
