import type { Page } from "@playwright/test";
import { openPages } from "../fixtures/pages";
import { expect, test } from "../fixtures/test";

for (const address of openPages.filter((page) => page !== "/nowhere")) {
  test(`on ${address} the first key leads past the navigation`, async ({ page }) => {
    await page.goto(address);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#content$/);
    await expect(page.locator("main#content")).toBeInViewport();
  });

  test(`on ${address} the focus can always be seen, and leads through the whole page`, async ({ page }) => {
    // A measured table is some two hundred links long, and each of them is a stop.
    test.slow();
    await page.goto(address);
    const unseen: string[] = [];
    let stops = 0;
    for (let stop = await nextStop(page); stop !== null; stop = await nextStop(page)) {
      stops += 1;
      if (!stop.outlined) unseen.push(stop.html);
    }
    expect(stops).toBeGreaterThan(2);
    expect(unseen).toEqual([]);
  });
}

/** Presses Tab, and describes what has the focus then; null when it has been there before, or left the page. */
async function nextStop(page: Page): Promise<{ outlined: boolean; html: string } | null> {
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element.hasAttribute("data-visited")) return null;
    element.setAttribute("data-visited", "");
    // A radio button may hand its outline to the label around it.
    const shown = [element, element.closest("label")].filter((each) => each !== null);
    const outlined = shown.some((each) => {
      const style = getComputedStyle(each);
      return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
    });
    return { outlined, html: element.outerHTML.slice(0, 120) };
  });
}
