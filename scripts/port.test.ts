import { createServer, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { assertHostOurs, assertPortFree, freePort } from "./port";

let server: Server | undefined;

function occupy(port: number, host: string): Promise<void> {
  return new Promise((resolve) => {
    server = createServer().listen(port, host, resolve);
  });
}

afterEach(() => {
  server?.close();
  server = undefined;
});

it("accepts a free port, and leaves it free", async () => {
  const port = await freePort();
  await assertPortFree(port, "npm start");
  await assertPortFree(port, "npm start");
});

it.each(["127.0.0.1", "0.0.0.0"])(
  "refuses a port in use on %s, in one line that says what to do",
  async (host) => {
    const port = await freePort();
    await occupy(port, host);
    const refused = assertPortFree(port, "npm start");
    await expect(refused).rejects.toThrow(
      `Port ${port} is in use. Stop what runs there, or take another: PORT=${port + 1} npm start`,
    );
  },
);

it.each(["localhost", "127.0.0.1", undefined])("accepts %s as a host", async (host) => {
  await expect(assertHostOurs(host, "npm start")).resolves.toBeUndefined();
});

it.each(["bad.invalid", "192.0.2.1"])("refuses %s as a host, in one line that names HOST", async (host) => {
  await expect(assertHostOurs(host, "npm start")).rejects.toThrow(
    new RegExp(`^HOST ${host} is no address of this machine \\(E\\w+\\)\\. .*: HOST=localhost npm start$`),
  );
});
