import { createServer } from "node:net";
import path from "node:path";
import { execaSync } from "execa";
import { expect, it } from "vitest";
import { ROOT } from "./next";
import { freePort } from "./port";

/** Runs `npm start` in a bare environment, up to where it gives up. */
function start(settings: Record<string, string>, script = "start.ts") {
  const { exitCode, all } = execaSync(
    process.execPath,
    ["--import", "tsx", path.join("scripts", script)],
    // Empty variables win over the files that a developer keeps, and count as not set.
    { cwd: ROOT, timeout: 20_000, env: { ...bare, ...settings }, extendEnv: false, all: true, reject: false },
  );
  return { status: exitCode, lines: all.split("\n").filter((line) => line.trim() !== "") };
}

const bare = {
  PATH: process.env.PATH ?? "",
  NODE_ENV: "production",
  PORT: "",
  HOST: "",
  NEXTAUTH_URL: "",
  NEXTAUTH_SECRET: "",
  BACKEND_URL: "",
} as const;

const SECRET = "0123456789abcdef0123456789abcdef";

it.each([
  [{ NEXTAUTH_URL: "https://learn.example" }, /^NEXTAUTH_SECRET is missing, .*openssl rand/],
  [
    { NEXTAUTH_URL: "https://learn.example", NEXTAUTH_SECRET: "short" },
    /^NEXTAUTH_SECRET is shorter than 32/,
  ],
  [{ NEXTAUTH_URL: "http://learn.example", NEXTAUTH_SECRET: SECRET }, /^NEXTAUTH_URL is .*use https:/],
  [
    { NEXTAUTH_URL: "https://learn.example/app", NEXTAUTH_SECRET: SECRET },
    /^NEXTAUTH_URL names more than a host, .*: use https:\/\/learn\.example\.$/,
  ],
  [{ BACKEND_URL: "https://api.example" }, /^BACKEND_CLIENT_SECRET is missing, /],
  [{ HOST: "bad.invalid" }, /^HOST bad\.invalid is no address of this machine .*: HOST=localhost npm start$/],
  [{ PORT: "three thousand" }, /^PORT must be a port number/],
])("refuses %o in one line", { timeout: 30_000 }, (settings, line) => {
  const { status, lines } = start(settings);
  expect(lines).toEqual([expect.stringMatching(line)]);
  expect(status).toBe(1);
});

it.each([
  ["start.ts", "npm start"],
  ["dev.ts", "npm run dev"],
])(
  "%s refuses a port in use in one line that says what to do",
  { timeout: 30_000 },
  async (script, command) => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    const { status, lines } = start({ PORT: String(port) }, script);
    server.close();
    expect(lines).toEqual([
      `Port ${port} is in use. Stop what runs there, or take another: PORT=${port + 1} ${command}`,
    ]);
    expect(status).toBe(1);
  },
);
