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
    await page.goto(address);
    const invisible = [];
    const visited = new Set<string>();
    for (;;) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        // A radio button may hand its outline to the label around it.
        const shown = [element, element.closest("label")].filter((each) => each !== null);
        const outlined = shown.some((each) => {
          const style = getComputedStyle(each);
          return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 1;
        });
        const all = [...document.querySelectorAll("*")];
        return { key: String(all.indexOf(element)), outlined, html: element.outerHTML.slice(0, 120) };
      });
      if (focus === null || visited.has(focus.key)) break;
      visited.add(focus.key);
      if (!focus.outlined) invisible.push(focus.html);
    }
    expect(visited.size).toBeGreaterThan(2);
    expect(invisible).toEqual([]);
  });
}
