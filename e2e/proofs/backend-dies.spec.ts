import getPort from "get-port";
import { startBackend, startSite } from "../fixtures/own-site";
import { PlainClient } from "../fixtures/plain-client";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

test("a backend that dies is an outage on every surface, and its restart is told", async () => {
  const port = await getPort({ host: "127.0.0.1" });
  const backend = await startBackend(port);
  const site = await startSite(await getPort({ host: "127.0.0.1" }), {
    BACKEND_URL: `http://127.0.0.1:${port}`,
    NEXTAUTH_URL: "",
  });
  try {
    const visitor = new PlainClient(site.origin);
    await visitor.post("/api/lab");
    const csrf = await visitor.get("/api/auth/csrf");
    const { csrfToken } = JSON.parse(csrf.body);
    const form = { ...seededUsers.ada, csrfToken, callbackUrl: "/notes", json: "true" };
    expect((await visitor.post("/api/auth/callback/credentials", { form })).status).toBe(200);
    expect((await visitor.get("/notes")).body).toContain("My notes");

    await backend.stop("SIGKILL");
    const asked = [
      ["GET", "/api/auth/session"],
      ["GET", "/api/auth/csrf"],
      ["POST", "/api/auth/signout"],
      ["GET", "/api/notes"],
      ["GET", "/api/backend/notes"],
      ["DELETE", "/api/sessions"],
      ["GET", "/api/invoices"],
      ["POST", "/api/lab"],
    ] as const;
    for (const [method, address] of asked) {
      const { status, body, headers, cookieNames } = await visitor.send(method, address, {});
      expect(status, address).toBe(503);
      expect(JSON.parse(body), address).toMatchObject({ error: "backend_unreachable" });
      expect(Number(headers["retry-after"]), address).toBeGreaterThan(0);
      expect(cookieNames, address).toEqual([]);
    }
    const page = await visitor.get("/notes");
    expect(page.status).toBe(200);
    expect(page.body).toContain("The mock backend does not answer");

    const restarted = await startBackend(port);
    try {
      const { body, cookieNames } = await visitor.get("/signin");
      expect(body).toContain("The backend does not know your lab any more");
      expect(cookieNames.toSorted()).toEqual(["silent-refresh.lab", "silent-refresh.lab-notice"]);
    } finally {
      await restarted.stop("SIGKILL");
    }
  } finally {
    await backend.stop("SIGKILL");
    await site.stop();
  }
});
