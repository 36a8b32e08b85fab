import getPort from "get-port";
import { expect, test } from "vitest";
import { backend } from "./fixtures/standalone.ts";

// Each test waits for processes to start, which takes seconds where the machine is busy.
const TIMEOUT_MS = 30_000;

test(
  "says where it listens and what to try; a second one on the port says so in a line and exits 1",
  async () => {
    const port = String(await getPort({ host: "127.0.0.1" }));
    const first = backend({ BACKEND_PORT: port });
    await first.said("Every route");
    expect(first.output()).toContain(`http://127.0.0.1:${port}/v1/auth/login`);
    expect((await fetch(`http://127.0.0.1:${port}/v1/me`)).status).toBe(401);
    const second = backend({ BACKEND_PORT: port });
    expect(await second.exit()).toBe(1);
    expect(second.output().trim()).toBe(
      `Port ${port} is taken: stop what listens there, or set BACKEND_PORT to another.`,
    );
    first.child.kill("SIGTERM");
    expect(await first.exit()).toBe(0);
  },
  TIMEOUT_MS,
);

test.each([
  [{ BACKEND_PORT: "none" }, /: BACKEND_PORT: must be a port number from 1 to 65535, such as 4000$/],
  [
    { BACKEND_MEMORY_MB: "a lot" },
    /: BACKEND_MEMORY_MB: must be a whole number of megabytes from 8 to 65536, such as 256$/,
  ],
  [{ BACKEND_ISSUER: "foo" }, /: BACKEND_ISSUER: must be a whole http or https URL, such as http/],
  [
    { BACKEND_HOST: "nonsense.invalid", BACKEND_CLIENT_SECRET: "of-our-own" },
    /^BACKEND_HOST nonsense\.invalid is no address of this machine: set it to one, such as 127\.0\.0\.1, /,
  ],
  [{ BACKEND_HOST: "0.0.0.0", BACKEND_PORT: "4999" }, /BACKEND_CLIENT_SECRET/],
  [
    { BACKEND_HOST: "0.0.0.0", BACKEND_CLIENT_SECRET: "of-our-own", BACKEND_PASSWORD_COST: "tests" },
    /BACKEND_PASSWORD_COST: tests is for this machine alone/,
  ],
])(
  "%j is refused in one line",
  async (environment, line) => {
    const refused = backend(environment);
    expect(await refused.exit()).toBe(1);
    expect(refused.output().trim()).toMatch(line);
    expect(refused.output().trim().split("\n")).toHaveLength(1);
  },
  TIMEOUT_MS,
);
