import type { Page } from "@playwright/test";
import type { Lab } from "../fixtures/lab";
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

for (const hasTouch of [false, true]) {
  test.describe(hasTouch ? "under a finger" : "under a mouse", () => {
    test.use({ hasTouch });

    test("the site's name stands where it will stand, also while the rest of its row is on its way", async ({
      page,
    }) => {
      for (const address of ["/", "/lessons/start"]) {
        for (const width of [360, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(address);
          expect(await page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(hasTouch);
          const name = page.getByRole("link", { name: "Silent Refresh", exact: true });
          const moved = await name.evaluate((link) => {
            const place = () => [link.getBoundingClientRect().left, link.getBoundingClientRect().top];
            const whole = place();
            const others = [...(link.parentElement?.children ?? [])].filter((other) => other !== link);
            for (const other of others) other.remove();
            link.lastChild?.remove();
            return { others: others.length, whole, alone: place() };
          });
          expect(moved.others).toBeGreaterThan(1);
          expect(moved.alone, `${address} at ${width} px`).toEqual(moved.whole);
        }
      }
    });
  });
}

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
  expect(links.length, "links of the page").toBeGreaterThan((await allLessons()).length);
  for (const link of links) expect((await request.get(link)).status(), link).toBe(200);
});

test("the lessons stand in order, with the time they take", async ({ page }) => {
  await page.goto("/");
  const lessons = await allLessons();
  const rows = page.locator("main ol > li", { has: page.locator("a[data-title]") });
  await expect(rows).toHaveCount(lessons.length);
  for (const row of await rows.all()) await expect(row).toContainText(/\d+ min/);
});

const day = 86_400;

/** Lets the lab's clock pass the newest access token's end, and waits until the page has had it replaced. */
async function outlive(lab: Lab): Promise<void> {
  const newest = async () => (await lab.state()).families.at(-1)?.access.at(-1)?.generation ?? 0;
  const before = await newest();
  await lab.advance(9);
  await expect.poll(newest, patient).toBeGreaterThan(before);
}

test("kept open for days, it says what is so: the closing sentence stays, and the axis does not grow", async ({
  page,
  lab,
}) => {
  await page.clock.install();
  await page.goto("/");
  await signIn(page);
  for (let refreshes = 0; refreshes < 3; refreshes += 1) await outlive(lab);
  const closing = "That is how it should go. The lessons show how it breaks.";
  await expect(miniature(page)).toContainText(closing, patient);
  const end = miniature(page).locator("svg text").last();
  const axis = (await end.textContent()) ?? "";
  expect(axis).toMatch(/^\d\d s$/);

  for (const seconds of [60, 3600, 5 * day]) {
    await page.clock.fastForward(seconds * 1000);
    await lab.advance(seconds);
    await expect(miniature(page)).toContainText("has expired meanwhile");
    await expect(miniature(page)).toContainText(closing);
    await expect(miniature(page)).not.toContainText(/next the app asks/i);
    await expect(end).toHaveText(axis);
  }
  expect((await lab.state()).settings.accessTtl, "the lab has its own lifetime back").toBe(900);

  await page.clock.fastForward(3 * day * 1000);
  await lab.advance(3 * day);
  await expect(miniature(page)).toContainText("This sign-in is over", patient);
  await signIn(page);
});

test("a token that dies while nobody looks is replaced when somebody comes back", async ({ page, lab }) => {
  await page.clock.install();
  await page.goto("/");
  await signIn(page);
  await turn(page, "hidden");
  const rotations = async () => (await lab.events()).filter(({ name }) => name === "token.rotated").length;
  const before = await rotations();
  await lab.advance(9);
  await expect(miniature(page)).toContainText("is dead");
  await page.clock.fastForward(5 * 60_000);
  await expect(miniature(page)).toContainText("Next the app asks for its session");
  expect(await rotations(), "a hidden page asks for nothing").toBe(before);
  await turn(page, "visible");
  await expect(miniature(page)).toContainText("Silent refresh.", patient);
});

/** What the browser does when another tab, or this one, is chosen. */
async function turn(page: Page, visibility: "hidden" | "visible"): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
    document.dispatchEvent(new Event("visibilitychange"));
  }, visibility);
}
