import type { Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "../fixtures/axe";
import { expect, test } from "../fixtures/test";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Keys" });

/** Waits until the page hears its keys. */
async function listening(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-enhanced");
}

/** Opens a page and waits for its script: a key that comes earlier is nobody's. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await listening(page);
}

test("? shows the keys, and Escape puts them away", async ({ page }) => {
  for (const address of ["/", "/lessons/start", "/design"]) {
    await open(page, address);
    await page.keyboard.press("?");
    await expect(dialog(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
  }
});

test("the keys can be found without knowing one", async ({ page }) => {
  await open(page, "/lessons/start");
  await page.getByRole("button", { name: "Keys" }).click();
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("button", { name: "Keys" })).toBeFocused();
});

test("n and p lead through the lessons, h leads home, l leads to the lab", async ({ page }) => {
  await open(page, "/lessons/start");
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/credentials-provider$/);
  await listening(page);
  await page.keyboard.press("l");
  await expect(page.getByRole("button", { name: "Start the lab" })).toBeFocused();
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/lessons\/start$/);
  await listening(page);
  await page.keyboard.press("h");
  await expect(page).toHaveURL(/\/$/);
});

test("keys rest while somebody types or chooses, with a modifier, and beside the open dialog", async ({
  page,
}) => {
  await open(page, "/lessons/start");
  await page.getByRole("radio", { name: "dark" }).focus();
  await page.keyboard.press("n");
  await page.locator("h1").click();
  await page.keyboard.press("Alt+n");
  await page.keyboard.press("?");
  await dialog(page).getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("n");
  await expect(dialog(page)).toBeVisible();
  await expect(page).toHaveURL(/lessons\/start$/);
});

test("single keys can be switched off, for good, and the button still shows them", async ({ page }) => {
  await open(page, "/lessons/start");
  await page.keyboard.press("?");
  await dialog(page).getByRole("checkbox", { name: "Single keys are on" }).uncheck();
  await page.reload();
  await listening(page);
  await page.keyboard.press("n");
  await page.keyboard.press("?");
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(/lessons\/start$/);
  await page.getByRole("button", { name: "Keys" }).click();
  await expect(dialog(page).getByRole("checkbox")).not.toBeChecked();
  await dialog(page).getByRole("checkbox").check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(dialog(page)).toBeVisible();
});

test("the open dialog has nothing that axe finds, in both themes", async ({ page }) => {
  await open(page, "/lessons/start");
  await page.keyboard.press("?");
  await expect(dialog(page)).toBeVisible();
  await expectAccessibleInBothThemes(page, [], "dialog#keys");
});
