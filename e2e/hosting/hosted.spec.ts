import { readFileSync } from "node:fs";
import { z } from "zod";
import { missingPage, openPages } from "../fixtures/pages";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";
import { rawRequest } from "./raw-request";

const hosted = z
  .object({ HOSTED_ORIGIN: z.url(), HOSTED_BY: z.string(), HOSTED_LOG: z.string() })
  .transform((env) => ({ origin: env.HOSTED_ORIGIN, by: env.HOSTED_BY, log: env.HOSTED_LOG }))
  .parse(process.env);

const lineSchema = z.object({ client: z.string(), path: z.string(), status: z.number() });

/** The site's log so far; a line that is no JSON is Next's own. */
function logged() {
  const lines = readFileSync(hosted.log, "utf8").split("\n");
  return lines.filter((line) => line.startsWith("{")).map((line) => lineSchema.parse(JSON.parse(line)));
}

test.describe(`behind ${hosted.by}`, () => {
  test("a visitor signs in, uses a Server Action, and is told by an event stream", async ({
    app,
    context,
    page,
  }) => {
    await page.goto("/lessons/credentials-provider");
    await page.goto("/signin");
    await app.signIn(seededUsers.ada);
    const cookies = await context.cookies();
    const session = cookies.filter(({ name }) => name.includes("session-token"));
    expect(session.length).toBeGreaterThan(0);
    for (const { name, secure, path, domain } of cookies) {
      expect([name.startsWith("__Host-silent-refresh."), secure, path, domain], name).toEqual([
        true,
        true,
        "/",
        "learn.example",
      ]);
    }
    const heard = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const stream = new EventSource("/mock-backend/lab/events");
          stream.addEventListener("lab", (event) => {
            if (!String(event.data).includes("DELETE /v1/notes")) return;
            stream.close();
            resolve(String(event.data));
          });
        }),
    );
    const notes = page.getByRole("main").getByRole("listitem");
    const before = await notes.count();
    await notes.getByRole("button", { name: "Delete" }).first().click();
    await expect(notes).toHaveCount(before - 1);
    // A proxy that keeps a stream back until it ends would say nothing.
    expect(await heard).toContain("DELETE /v1/notes");
    const tokens = await page.evaluate(async () => (await fetch("/api/lab/tokens")).text());
    const secrets = [
      ...session.map(({ value }) => value),
      ...(tokens.match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? []),
    ];
    const log = readFileSync(hosted.log, "utf8");
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
  });

  test("every open page is whole: its document, its styles, its scripts", async ({
    expectFailures,
    page,
  }) => {
    expectFailures(missingPage);
    expect(openPages.length).toBeGreaterThan(15);
    for (const address of openPages) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(address === "/nowhere" ? 404 : 200);
      await expect(page.getByRole("heading", { level: 1 }), address).toBeVisible();
    }
  });

  test("pictures of link previews are drawn", async () => {
    const { status, headers } = await rawRequest(hosted.origin, "/og/start.png");
    expect([status, headers["content-type"]]).toEqual([200, "image/png"]);
  });

  test("what changes something is for the site's own pages, known by the Origin that the browser sent", async () => {
    const post = async (origin: string) =>
      (await rawRequest(hosted.origin, "/api/lab", { method: "POST", headers: { Origin: origin } })).status;
    expect([await post(hosted.origin), await post("https://evil.example")]).toEqual([200, 403]);
  });

  test("the log names the client's address, and not what a client claims", async () => {
    const headers = { "X-Forwarded-For": "203.0.113.66", "X-Client-Address": "203.0.113.67" };
    await rawRequest(hosted.origin, "/healthz?who=claims", { from: "127.0.0.77", headers });
    await expect
      .poll(() => logged().filter(({ client }) => client === "127.0.0.77"))
      .toEqual([{ client: "127.0.0.77", path: "/healthz", status: 200 }]);
    expect(readFileSync(hosted.log, "utf8")).not.toContain("203.0.113.");
  });

  test("it says that it is alive, and ready", async () => {
    for (const address of ["/healthz", "/readyz"]) {
      const { status, body } = await rawRequest(hosted.origin, address);
      expect([status, body], address).toEqual([200, '{"status":"ok"}']);
    }
  });

  test("it promises https for a year", async () => {
    const { headers } = await rawRequest(hosted.origin, "/");
    expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  });
});
