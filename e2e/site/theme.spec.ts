import type { Page } from "@playwright/test";
import { hydrated } from "../fixtures/hydrated";
import { expect, test } from "../fixtures/test";

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

async function choose(page: Page, theme: "auto" | "light" | "dark"): Promise<void> {
  const choice = page.getByRole("radio", { name: theme });
  await hydrated(choice);
  await choice.check({ force: true });
}

test("the page follows the system until somebody chooses", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const light = await background(page);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await background(page)).not.toBe(light);
});

test("a chosen theme sticks, also on another page, and auto ends it", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const light = await background(page);
  await choose(page, "dark");
  const dark = await background(page);
  expect(dark).not.toBe(light);

  await page.goto("/lessons/start");
  expect(await background(page)).toBe(dark);
  await page.reload();
  expect(await background(page)).toBe(dark);

  await page.goto("/");
  await expect(page.getByRole("radio", { name: "dark" })).toBeChecked();
  await choose(page, "auto");
  expect(await background(page)).toBe(light);
});

for (const address of ["/", "/signin"]) {
  test(`the chosen theme is there before the first paint of ${address}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto("/");
    await choose(page, "dark");
    // Each change of the attribute is noted, from before the document's first element on.
    await page.addInitScript(() => {
      const seen: (string | null)[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        if (document.body && seen.length === 0)
          seen.push(document.documentElement.getAttribute("data-theme"));
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(address);
    expect(await page.evaluate(() => Reflect.get(window, "seen"))).toEqual(["dark"]);
  });
}
