import type { Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe";
import { hydrated } from "../fixtures/hydrated";
import { expect, test } from "../fixtures/test";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Search" });
const input = (page: Page) => dialog(page).getByRole("combobox");
const options = (page: Page) => dialog(page).getByRole("option");

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await hydrated(page.getByRole("radio", { name: "auto", includeHidden: true }).first());
}

async function openSearch(page: Page, address: string): Promise<void> {
  await open(page, address);
  await page.getByRole("button", { name: "Search" }).click();
  await expect(input(page)).toBeFocused();
}

test("the button, Ctrl+K and / open the search, and Escape gives the focus back", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await open(page, "/");
  expect(fetched, "nothing is fetched before somebody asks").not.toContain("/search.json");
  const button = page.getByRole("button", { name: "Search" });
  await button.click();
  await expect(input(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();
  for (const key of ["Control+k", "/"]) {
    await page.keyboard.press(key);
    await expect(input(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
  }
});

test("a section is found by a word of its text, and opened from the keyboard", async ({ page }) => {
  await openSearch(page, "/");
  await input(page).fill("setHeader");
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  await expect(options(page).first()).toContainText("Where the cookie is lost");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/lessons\/refresh-rotation#where-the-cookie-is-lost$/);
  await expect(page.locator("#where-the-cookie-is-lost")).toBeInViewport();
});

test("arrows choose, and the list says which is chosen", async ({ page }) => {
  await openSearch(page, "/lessons/start");
  await input(page).fill("refresh");
  await expect(options(page).nth(3)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(options(page).nth(1)).toHaveAttribute("aria-selected", "true");
  const active = await input(page).getAttribute("aria-activedescendant");
  expect(await options(page).nth(1).getAttribute("id")).toBe(active);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await expect(options(page).last()).toBeInViewport();
});

test("a claim is found by its words, and is where its address says, on this page too", async ({ page }) => {
  await openSearch(page, "/lessons/start");
  await input(page).fill("session cookie four dots");
  const claim = options(page).filter({ hasText: "Claim" }).first();
  await claim.click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator(":target")).toBeInViewport();
});

test("once open, the search works without a network", async ({ page, context }) => {
  await openSearch(page, "/");
  await expect(dialog(page).getByRole("status")).toContainText("Arrow keys choose");
  await page.keyboard.press("Escape");
  await context.setOffline(true);
  await page.keyboard.press("Control+k");
  await input(page).fill("rotation");
  await expect(options(page).first()).toBeVisible();
});

test("when the index does not arrive, the search says so and tries again", async ({
  page,
  expectFailures,
}) => {
  expectFailures(/^failed GET \S+\/search\.json/);
  await page.route("**/search.json", (route) => route.abort("connectionfailed"));
  await openSearch(page, "/");
  await expect(dialog(page).getByRole("status")).toContainText("did not arrive");
  await page.unroute("**/search.json");
  await dialog(page).getByRole("button", { name: "Try again" }).click();
  await input(page).fill("rotation");
  await expect(options(page).first()).toBeVisible();
});

test("what is not there is said, in words", async ({ page }) => {
  await openSearch(page, "/");
  await input(page).fill("zzzzqqqq");
  await expect(dialog(page).getByRole("status")).toContainText("Nothing here has “zzzzqqqq” in it");
  await expect(options(page)).toHaveCount(0);
});

for (const [colorScheme, width] of [
  ["light", 360],
  ["dark", 1440],
] as const) {
  test(`the search has nothing that axe finds: ${colorScheme}, ${width} px`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 740 });
    await openSearch(page, "/changes");
    await input(page).fill("cookie");
    await expect(options(page).first()).toBeVisible();
    await expectAccessible(page);
    const box = await dialog(page).boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
  });
}
