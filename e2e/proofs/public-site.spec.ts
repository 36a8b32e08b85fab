import { expectToPassNginx } from "../fixtures/header-limits";
import { freePort, type OwnSite, startSite } from "../fixtures/own-site";
import { visitEveryDoor } from "../fixtures/plain-visit";
import { expect, test } from "../fixtures/test";

// One site for the tests of this file.
test.describe.configure({ mode: "default" });

let site: OwnSite;

test.beforeAll(async () => {
  site = await startSite(await freePort(), {
    NEXTAUTH_URL: "https://learn.example",
    NEXTAUTH_SECRET: "a-secret-of-this-test-only-0123456789",
  });
});

test.afterAll(() => site.stop());

test("a site with a public address promises https for a year", async ({ request }) => {
  for (const address of ["/", "/signin", "/nowhere", "/api/lab"]) {
    const headers = (await request.get(site.origin + address)).headers();
    expect(headers["strict-transport-security"], address).toBe("max-age=31536000");
    expect(headers["content-security-policy"], address).toContain("upgrade-insecure-requests");
  }
});

test("its map and its robots.txt name its public address", async ({ request }) => {
  const map = await (await request.get(`${site.origin}/sitemap.xml`)).text();
  expect(map).toContain("<loc>https://learn.example/lessons/start</loc>");
  const robots = await (await request.get(`${site.origin}/robots.txt`)).text();
  expect(robots).toContain("Sitemap: https://learn.example/sitemap.xml");
});

test("its cookies are bound to https and to its own host", async ({ request }) => {
  const lab = await request.post(`${site.origin}/api/lab`);
  const csrf = await request.get(`${site.origin}/api/auth/csrf`, {
    headers: { cookie: (lab.headers()["set-cookie"] ?? "").split(";")[0] ?? "" },
  });
  const cookies = [...lab.headersArray(), ...csrf.headersArray()]
    .filter(({ name }) => name.toLowerCase() === "set-cookie")
    .map(({ value }) => value);
  expect(cookies.length).toBeGreaterThan(1);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-silent-refresh\./);
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/; HttpOnly/i);
  }
});

test("its headers, which are longer than a local site's, pass through nginx", async () => {
  expectToPassNginx(await visitEveryDoor(site.origin, {}));
});
