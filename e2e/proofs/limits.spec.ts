import getPort from "get-port";
import { type OwnSite, startSite } from "../fixtures/own-site";
import { startLab } from "../fixtures/start-lab";
import { expect, test } from "../fixtures/test";

// One site for the tests of this file, on which this machine is limited as a stranger is.
test.describe.configure({ mode: "default" });

let site: OwnSite;

test.beforeAll(async () => {
  const port = await getPort({ host: "127.0.0.1" });
  site = await startSite(port, { NEXTAUTH_URL: `http://127.0.0.1:${port}`, LIMIT_LOOPBACK: "1" });
});

test.afterAll(() => site.stop());

test("one address makes 120 labs a minute; the next is told when to come back, and so is the page", async ({
  page,
  playwright,
  expectFailures,
}) => {
  const strangers = await playwright.request.newContext();
  const statuses: number[] = [];
  for (let lab = 0; lab < 120; lab += 1) {
    const headers = { cookie: "", "x-client-address": `203.0.113.${lab}` };
    statuses.push((await strangers.post(`${site.origin}/api/lab`, { headers })).status());
  }
  expect(new Set(statuses)).toEqual(new Set([200]));
  const refused = await strangers.post(`${site.origin}/api/lab`, { headers: { cookie: "" } });
  expect(refused.status()).toBe(429);
  const seconds = Number(refused.headers()["retry-after"]);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await refused.json()).toEqual({
    error: "too_many_requests",
    error_description: `Too many labs were made from your address. Try again in ${seconds} s.`,
  });
  await strangers.dispose();

  expectFailures(/^429 POST \S+\/api\/lab/);
  await page.goto(`${site.origin}/lessons/start`);
  await startLab(page);
  await expect(
    page.getByText(/Too many labs were made from your address\. Try again in \d+ s\./),
  ).toBeVisible();
});
