import type { Page } from "@playwright/test";
import { allLessons } from "../fixtures/lessons";
import { expect, test } from "../fixtures/test";

const miniature = (page: Page) => page.getByRole("region", { name: "A silent refresh, live" });

/** A password hash, a lab and eight real seconds: on a busy machine each takes its time. */
const patient = { timeout: 25_000 };

/** The first click. On a slow machine the first token may be dead, and replaced, before a test gets to look. */
async function signIn(page: Page): Promise<void> {
  await miniature(page).getByRole("button", { name: "Sign in as Ada" }).click();
  await expect(miniature(page)).toContainText(/A\d is issued, for 8 seconds|Silent refresh/, patient);
}

/** The second click. */
async function expire(page: Page): Promise<void> {
  await miniature(page).getByRole("button", { name: "Expire it now" }).click();
  await expect(miniature(page)).toContainText(/Silent refresh\. R\d bought A\d and R\d/, patient);
}

test("within two clicks and without typing, a real token is issued, dies and is refreshed", async ({
  page,
  lab,
}) => {
  await page.goto("/");
  await signIn(page);
  await expire(page);
  const recorded = (await lab.events()).map(({ name }) => name);
  expect(recorded).toEqual(
    expect.arrayContaining(["signed-in", "clock.advanced", "token.rotated", "cookie.written"]),
  );
  const [family, ...more] = (await lab.state()).families;
  expect(family).toMatchObject({ ordinal: 1, status: "active" });
  expect(more, "nobody signed in again").toEqual([]);
});

test("what went over the wire is the recorded exchange, server to server too", async ({ page }) => {
  await page.goto("/");
  await signIn(page);
  const wire = page.getByRole("region", { name: "What just went over the wire" }).getByRole("listitem");
  await expect(wire).toHaveCount(4);
  await expect(wire.nth(1)).toContainText(/POST \/v1\/auth\/(login|refresh)/);
  await expire(page);
  await expect(wire.nth(1)).toContainText("POST /v1/auth/refresh");
  await expect(wire.nth(3)).toContainText("Set-Cookie");
});

test("by itself, too: nobody has to press anything after the sign-in", async ({ page, lab }) => {
  await page.goto("/");
  await signIn(page);
  await expect(miniature(page)).toContainText("Silent refresh.", patient);
  expect((await lab.events()).some(({ name }) => name === "clock.advanced")).toBe(false);
});

test("the lab gets its own lifetime back when the page is left", async ({ page, lab }) => {
  await lab.settings({ accessTtl: 600 });
  await page.goto("/");
  await signIn(page);
  expect((await lab.state()).settings.accessTtl).toBe(8);
  await page.goto("/lessons/start");
  await expect.poll(async () => (await lab.state()).settings.accessTtl).toBe(600);
});

test("says so when the backend is down, and comes back by itself", async ({ page, lab, expectFailures }) => {
  expectFailures(/^401 POST \S+\/api\/auth\/callback\/credentials/);
  await lab.fault("outage");
  await page.goto("/");
  await miniature(page).getByRole("button", { name: "Sign in as Ada" }).click();
  await expect(miniature(page)).toContainText("Sign-in is not available right now", patient);
  await lab.fault("none");
  await signIn(page);
});

test("nothing moves while it runs, on a phone and on a wide screen", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(JSON.stringify(entry));
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/");
    await signIn(page);
    await expire(page);
    expect(await page.evaluate(() => Reflect.get(window, "shifts"))).toEqual([]);
  }
});

test("its code arrives when it is wanted, and not before", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
  await page.goto("/");
  await expect(miniature(page).getByRole("button", { name: "Sign in as Ada" })).toBeVisible();
  const before = scripts.length;
  await signIn(page);
  expect(scripts.length).toBeGreaterThan(before);
});

test("every link of the page leads somewhere", async ({ page, request }) => {
  await page.goto("/");
  const links = await page
    .locator('a[href^="/"]')
    .evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute("href") ?? ""))]);
  for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
});

test("the lessons stand in order, with the time they take", async ({ page }) => {
  await page.goto("/");
  const lessons = await allLessons();
  const rows = page.locator("main ol > li", { has: page.locator("a[data-title]") });
  await expect(rows).toHaveCount(lessons.length);
  for (const row of await rows.all()) await expect(row).toContainText(/\d+ min/);
});
