import type { Page } from "@playwright/test";
import { openPages } from "../fixtures/pages";
import { expect, test } from "../fixtures/test";

for (const address of openPages.filter((page) => page !== "/nowhere")) {
  test(`on ${address} the first key leads past the navigation, and the focus can always be seen, through the whole page`, async ({
    page,
  }) => {
    // A measured table is some two hundred links long, and each of them is a stop.
    test.slow();
    await page.goto(address);
    await watchFocus(page);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    let walk = await tabOn(page);
    while (!walk.ended) walk = await tabOn(page);
    expect(walk.stops).toBeGreaterThan(2);
    expect(walk.unseen).toEqual([]);
    await skip.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#content$/);
    await expect(page.locator("main#content")).toBeInViewport();
  });
}

type Walk = { stops: number; unseen: string[]; ended: boolean };

/** Has the page keep, in `window.walk`, where the focus goes and whether it can be seen there. */
async function watchFocus(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walk: Walk = { stops: 0, unseen: [], ended: false };
    Object.assign(window, { walk });
    const seen = new WeakSet<EventTarget>();
    document.addEventListener("focusin", ({ target }) => {
      if (!(target instanceof Element) || walk.ended) return;
      if (seen.has(target)) {
        walk.ended = true;
        return;
      }
      seen.add(target);
      walk.stops += 1;
      // A radio button may hand its outline to the label around it.
      const shown = [target, target.closest("label")].filter((each) => each !== null);
      const outlined = shown.some((each) => {
        const style = getComputedStyle(each);
        return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
      });
      if (!outlined) walk.unseen.push(target.outerHTML.slice(0, 120));
    });
  });
}

/** A page is hundreds of stops long: the way is looked at after every few. */
const PRESSES = 10;

async function tabOn(page: Page): Promise<Walk> {
  for (let press = 0; press < PRESSES; press += 1) await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const { walk } = window as Window & { walk?: Walk };
    if (walk === undefined) throw new Error("a key led to another page");
    const left = document.activeElement === null || document.activeElement === document.body;
    return { ...walk, ended: walk.ended || left };
  });
}
