import { expectAccessibleInBothThemes } from "../fixtures/axe";
import { settled } from "../fixtures/settled";
import { expect, test } from "../fixtures/test";
import { themes, widths } from "../fixtures/themes";

for (const width of widths) {
  test(`every part in every state has nothing that axe finds in both themes at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/design");
    await expect(page.getByRole("heading", { name: "What happened" })).toHaveCount(2);
    // The timeline stands there twice, full and empty, under the one name that it has in a lesson.
    await expectAccessibleInBothThemes(page, ["landmark-unique"]);
    const surplus = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(surplus, "nothing scrolls sideways").toBeLessThanOrEqual(0);
  });
}

test("a shown hover and a shown focus are those of the real rules", async ({ page }) => {
  await page.goto("/design");
  const look = (specimen: string) =>
    page.locator(`[data-specimen="${specimen}"]`).getByRole("button", { name: "+15 min" });
  await expect(look("hover")).toHaveCount(1);
  const looksOf = async (specimen: string) =>
    look(specimen).evaluate((button) => {
      const { backgroundColor, outlineStyle } = getComputedStyle(button);
      return { backgroundColor, outlineStyle };
    });
  await expect.poll(() => looksOf("focus")).toMatchObject({ outlineStyle: "solid" });
  await settled(page);
  const shown = await looksOf("hover");
  expect(shown).not.toEqual(await looksOf("rest"));
  await look("rest").hover();
  await expect.poll(() => looksOf("rest")).toEqual(shown);
});

test("the contrast that is shown is above what WCAG asks for, in every row", async ({ page }) => {
  await page.goto("/design");
  const rows = page.locator("tbody tr", { has: page.locator("td svg rect") });
  expect(await rows.count()).toBeGreaterThan(20);
  for (const row of await rows.all()) {
    const [, light = 0, dark = 0, least = 21] = (await row.locator("td").allTextContents()).map(Number);
    expect(Math.min(light, dark)).toBeGreaterThanOrEqual(least);
  }
});

for (const colorScheme of themes) {
  test(`a hovered primary button is as dark on light as before, and marked: ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("/design");
    const primary = (specimen: string) =>
      page.locator(`[data-specimen="${specimen}"]`).getByRole("button", { name: "Sign in as Ada" }).first();
    const looksOf = (specimen: string) =>
      primary(specimen).evaluate((button) => {
        const { backgroundColor, color, boxShadow } = getComputedStyle(button);
        return { backgroundColor, color, boxShadow };
      });
    const rest = await looksOf("rest");
    expect(rest.boxShadow).toBe("none");
    await primary("rest").hover();
    await expect.poll(() => looksOf("rest")).not.toEqual(rest);
    expect(await looksOf("rest")).toMatchObject({ backgroundColor: rest.backgroundColor, color: rest.color });
    const busy = await looksOf("busy");
    await primary("busy").hover();
    expect(await looksOf("busy"), "what does nothing now is not marked").toEqual(busy);
  });
}
