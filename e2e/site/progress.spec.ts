import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";

const lesson = "/lessons/start";
const nav = (page: Page) => page.locator('nav [data-progress="start"]');
const mission = (page: Page, id: string) => page.locator(`[data-mission="${id}"]`);

async function signInBesideTheLesson(page: Page): Promise<void> {
  const lab = page.getByRole("complementary", { name: "Lab" });
  const start = lab.getByRole("button", { name: "Start the lab" });
  if (await start.isVisible()) await start.click();
  await lab.getByRole("button", { name: "Sign in as Ada" }).click();
}

test("a mission ticks when the lab records that it happened, and is counted beside the lesson", async ({
  page,
}) => {
  await page.goto(lesson);
  await signInBesideTheLesson(page);
  await expect(mission(page, "sign-in")).toHaveAttribute("data-done", "");
  await expect(mission(page, "advance")).not.toHaveAttribute("data-done");
  await expect(nav(page)).toHaveText("1/4 missions done");
  await expect(page.locator("[data-mission-status]")).toHaveText(/Mission done: Sign in/);
});

test("progress stays on the device, through a reload and on the home page", async ({ page }) => {
  await page.goto(lesson);
  await signInBesideTheLesson(page);
  await page.getByRole("button", { name: "+15 min" }).click();
  // Signed in and moved the clock; the silent refresh that follows, if the page asks for the session by then, is a third.
  const twoOrThree = /^[23]\/4/;
  await expect(nav(page)).toHaveText(twoOrThree);
  await page.reload();
  await expect(nav(page)).toHaveText(twoOrThree);
  await expect(mission(page, "advance")).toHaveAttribute("data-done", "");
  await page.goto("/");
  await expect(page.locator('main [data-progress="start"]')).toHaveText(twoOrThree);
});

test("what happened in the lab before a lesson was opened does not count for it", async ({
  page,
  lab,
  app,
}) => {
  expect(lab.id).toBeTruthy();
  await app.signInByRequest({ email: "ada@example.com", password: "analytical-engine" });
  await page.goto("/lessons/credentials-provider");
  await page.getByRole("button", { name: "Start the lab" }).click();
  await expect(page.getByText("Ada Lovelace").first()).toBeVisible();
  await page.getByRole("radio", { name: "checked" }).check({ force: true });
  await expect(mission(page, "switch")).toHaveAttribute("data-done", "");
});

test("the home page goes on where the reader left off", async ({ page }) => {
  await page.goto("/");
  const start = page.locator("[data-continue]");
  await expect(start).toHaveText("Start the first lesson");
  await page.goto("/lessons/credentials-provider");
  // Progress comes with the first sign of life.
  await page.locator("h2#check-it").scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 600);
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem("silent-refresh.progress")))
    .not.toBeNull();
  // The place is kept when the page is left: the reader has to be there by then.
  const heading = page.locator("h2#check-it");
  await heading.evaluate((element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
  await expect
    .poll(() => heading.evaluate((element) => Math.abs(element.getBoundingClientRect().top)))
    .toBeLessThan(200);
  await page.goto("/");
  await expect(start).toHaveText("Continue where you left off");
  await expect(page.locator("[data-continue-where]")).toHaveText("The credentials provider: Check it");
  await start.click();
  await expect(page).toHaveURL(/\/lessons\/credentials-provider#check-it$/);
});

test("a lesson that is done leads to the next one", async ({ page }) => {
  await keep(page, { start: { missions: ["sign-in", "advance", "refresh", "sign-out"], visitedAt: 5 } });
  await page.goto("/");
  await expect(page.locator('main [data-progress="start"]')).toHaveText("✓ done");
  await expect(page.locator("[data-continue]")).toHaveText("Go on with the next lesson");
  await expect(page.locator("[data-continue]")).toHaveAttribute("href", "/lessons/credentials-provider");
});

test("progress is exported, forgotten, and taken in again", async ({ page }) => {
  await keep(page, { start: { missions: ["sign-in"], visitedAt: 5 } });
  await page.goto("/");
  const slot = page.locator('main [data-progress="start"]');
  await expect(slot).toHaveText(/^1\/4/);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  const file = await readFile(await (await downloading).path());
  await page.getByRole("button", { name: "Forget it" }).click();
  await expect(slot).toHaveText("");
  await page
    .getByLabel("Import")
    .setInputFiles({ name: "p.json", mimeType: "application/json", buffer: file });
  await expect(slot).toHaveText(/^1\/4/);
});

test("what was forgotten comes back with Undo, by keyboard, with what was done since", async ({ page }) => {
  await keep(page, { start: { missions: ["sign-in"], visitedAt: 5 } });
  await page.goto("/");
  const slot = page.locator('main [data-progress="start"]');
  const said = page.locator("[data-progress-controls] [role=status]");
  const undo = page.getByRole("button", { name: "Undo" });
  await expect(slot).toHaveText(/^1\/4/);
  await expect(undo).toBeHidden();
  await page.getByRole("button", { name: "Forget it" }).focus();
  await page.keyboard.press("Enter");
  await expect(slot).toHaveText("");
  await expect(said).toHaveText("Your progress is gone from this device. You can undo this.");
  await expect(undo).toBeVisible();
  await page.evaluate(
    (text) => {
      localStorage.setItem("silent-refresh.progress", text);
    },
    JSON.stringify({ version: 1, lessons: { start: { missions: ["advance"], visitedAt: 9 } } }),
  );
  await page.keyboard.press("Tab");
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(slot).toHaveText(/^2\/4/);
  await expect(said).toHaveText("Your progress is back.");
  await expect(undo).toBeHidden();
  await expect(page.getByRole("button", { name: "Forget it" })).toBeFocused();
});

test("what a file replaced comes back with Undo, and what is said of a bad file goes with the next choice", async ({
  page,
}) => {
  await keep(page, { start: { missions: ["sign-in"], visitedAt: 5 } });
  await page.goto("/");
  const slot = page.locator('main [data-progress="start"]');
  const said = page.locator("[data-progress-controls] [role=status]");
  const choose = (text: string) =>
    page
      .getByLabel("Import")
      .setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await choose("{nope");
  await expect(said).toContainText("a.json is not a progress file");
  const chooser = page.waitForEvent("filechooser");
  await page.getByLabel("Import").click();
  await chooser;
  await expect(said).toHaveText("");
  await choose("{nope");
  await expect(said).toContainText("a.json is not a progress file");
  await page.getByRole("button", { name: "Export" }).click();
  await expect(said).toHaveText("");
  await choose(JSON.stringify({ version: 1, lessons: {} }));
  await expect(slot).toHaveText("");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(slot).toHaveText(/^1\/4/);
});

for (const stored of ["{nope", '{"version":99}', '{"version":1,"lessons":{"start":{"missions":"all"}}}']) {
  test(`what another program left in storage does no harm: ${stored.slice(0, 24)}`, async ({ page }) => {
    await page.addInitScript((text) => localStorage.setItem("silent-refresh.progress", text), stored);
    await page.goto("/");
    await expect(page.locator("[data-continue]")).toHaveText("Start the first lesson");
    const file = { name: "bad.json", mimeType: "application/json", buffer: Buffer.from(stored) };
    await page.getByLabel("Import").setInputFiles(file);
    await expect(page.getByText("bad.json is not a progress file of this site")).toBeVisible();
  });
}

/** Leaves progress on the device before the page's own scripts run; once, so that what they do to it stays. */
async function keep(page: Page, lessons: Record<string, unknown>): Promise<void> {
  await page.goto("/icon.svg");
  await page.evaluate(
    (text) => localStorage.setItem("silent-refresh.progress", text),
    JSON.stringify({ version: 1, lessons }),
  );
}
