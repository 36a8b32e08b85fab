import { expectAccessibleInBothThemes } from "../fixtures/axe";
import { allLessons } from "../fixtures/lessons";
import { expect, test } from "../fixtures/test";

const measured = (await allLessons()).filter(({ results }) => results !== undefined);

test("there are lessons whose table is measured", () => {
  expect(measured.length).toBeGreaterThan(0);
});

for (const { slug, checks, variants } of measured) {
  test(`${slug}: every mark of its table leads to the recording of its run`, async ({ page, request }) => {
    await page.goto(`/lessons/${slug}`);
    const marks = page.locator("table [data-run]");
    const runs = await marks.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    const judged = variants.filter(({ verdict }) => verdict !== "yours");
    expect(new Set(runs).size).toBe(runs.length);
    expect(runs.length % (checks.length * judged.length)).toBe(0);
    expect(runs.length).toBeGreaterThan(0);
    // One of each row: all come from one list.
    for (let at = 0; at < runs.length; at += runs.length / checks.length) {
      expect((await request.head(runs[at] ?? "")).status(), runs[at]).toBe(200);
    }
  });

  test(`${slug}: a run's page says what was asked, what came of it and what happened`, async ({ page }) => {
    await page.goto(`/lessons/${slug}`);
    const row = page.locator("table tr[data-check]").first();
    const title = await row.getByRole("rowheader").innerText();
    const mark = row.locator("[data-run]").first();
    const verdict = (await mark.innerText()).split(": ").at(-1) ?? "nothing";
    await mark.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title, { ignoreCase: true });
    await expect(page.locator("[data-event]").first()).toBeVisible();
    await expect(page.getByRole("main")).toContainText(verdict, { ignoreCase: true });
    const others = page.getByRole("navigation", { name: "The same check, another run" });
    await others.getByRole("link").last().click();
    await expect(others.locator("[aria-current=page]")).toHaveText(variants.at(-2)?.name ?? "");
  });

  test.describe("on a phone", () => {
    test.use({ viewport: { width: 360, height: 740 } });

    test(`${slug}: axe finds nothing in a run's page, and it does not scroll sideways`, async ({ page }) => {
      await page.goto(`/lessons/${slug}`);
      await page.locator("table [data-run]").last().click();
      await expect(page.locator("[data-event]").first()).toBeVisible();
      await expectAccessibleInBothThemes(page);
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    });
  });
}
