import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";

const lesson = "tokens-and-the-browser";

/** Presses the panel's button, as a reader does, and waits for what came of it. */
async function letItRun(page: Page): Promise<string> {
  await page.goto(`/lessons/${lesson}`);
  const panel = page.getByRole("region", { name: "The script" });
  await panel.getByRole("button", { name: "Let it run" }).click();
  const verdict = panel.locator("p", { hasText: "The thief" }).filter({ hasText: "Under" });
  // A sign-in, a page with a script on it, and a thief.
  await expect(verdict).toBeVisible({ timeout: 20_000 });
  return panel.innerText();
}

test.beforeEach(({ expectFailures }) => {
  // The script asks for whatever there may be: most of it is not there.
  expectFailures(/^40\d GET \S+\/(api\/backend|mock-backend)/);
});

test("the panel shows what the script took, and what the thief did with it", async ({ lab, page }) => {
  await lab.chooseVariant(lesson, "token-on-session");
  const told = await letItRun(page);
  expect(told).toContain("The thief is in.");
  expect(told).toContain("in /api/auth/session");
  expect(told).toContain("At the backend: A bug, found");
  expect((await lab.state()).holders.attacker.access).toBe(1);
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("the panel shows the server that carries the token out", async ({ lab, page }) => {
  await lab.chooseVariant(lesson, "open-proxy");
  const told = await letItRun(page);
  expect(told).toContain("The access token and the whole session cookie");
  expect(told).toContain("At the app: signed in as Grace Hopper.");
  const { access, session } = (await lab.state()).holders.attacker;
  expect([access, session]).toEqual([1, 1]);
});

test("the panel says frankly what stays possible", async ({ lab, page }) => {
  await lab.chooseVariant(lesson, "bff");
  const told = await letItRun(page);
  expect(told).toContain("The thief got nothing that works elsewhere.");
  expect(told).toMatch(/Read while the page was open\s+A bug, found/);
  await lab.expectEvent("thief.came");
});

test("what the attacker's address takes is bounded, and no other site's page reaches it", async ({ lab }) => {
  const post = (data: unknown, headers: Record<string, string> = {}) =>
    lab.request.post("/api/lab/collect", { data, headers });
  const loot = { tokens: [], cookies: "", stored: [], notes: [] };
  expect((await post(loot)).status()).toBe(204);
  expect((await post(loot, { "Sec-Fetch-Site": "cross-site" })).status()).toBe(403);
  expect((await post({ ...loot, notes: Array(101).fill("x") })).status()).toBe(400);
  expect((await post({ ...loot, cookies: "x".repeat(20_000) })).status()).toBe(413);
  expect(
    (await lab.request.post("/api/lab/thief", { data: { url: "http://169.254.169.254/" } })).status(),
  ).toBe(400);
});

test("a lab's network has no other hosts, whatever the open proxy is asked for", async ({ app, lab }) => {
  await lab.chooseVariant(lesson, "open-proxy");
  await app.signInByRequest({ email: "grace@example.com", password: "nanosecond-wire" });
  for (const url of [
    "http://169.254.169.254/",
    "http://127.0.0.1:1/",
    "file:///etc/passwd",
    "//example.org/",
  ]) {
    const answer = await lab.request.get(`/api/backend?${new URLSearchParams({ url })}`);
    expect([answer.status(), (await answer.json()).error], url).toEqual([400, "no_such_host"]);
  }
});
