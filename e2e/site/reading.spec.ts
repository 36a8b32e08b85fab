import { allLessons } from "../fixtures/lessons";
import { expect, test } from "../fixtures/test";

const lessons = await allLessons();

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  // The browser's own word for a script that it was told not to fetch.
  test.beforeEach(({ expectFailures }) => expectFailures(/^failed GET \S+\.js csp$/));

  test("the home page leads to the lessons", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page
      .locator("main")
      .getByRole("link", { name: lessons[0]?.title ?? "" })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(lessons[0]?.title ?? "");
  });

  for (const { slug, claims } of lessons) {
    test(`${slug} reads whole: every section, all code, every claim`, async ({ page }) => {
      await page.goto(`/lessons/${slug}`);
      const sections = page.locator("main h2[id]");
      expect(await sections.count()).toBeGreaterThan(0);
      for (const section of await sections.all()) await expect(section).toBeVisible();
      // What is folded away, such as an answer or a solution, the browser opens without a script.
      await page.locator("main details").evaluateAll((all) => {
        for (const folded of all) folded.setAttribute("open", "");
      });
      for (const code of await page.locator("main pre").all()) await expect(code).toBeVisible();
      for (const { id } of claims) await expect(page.locator(`#claim-${id}`)).toBeVisible();
    });

    test(`${slug} says nothing that only a script could show`, async ({ page }) => {
      await page.goto(`/lessons/${slug}`);
      for (const element of await page.locator(".needs-script").all()) await expect(element).toBeHidden();
    });
  }
});

for (const { what, summary } of [
  { what: "answers to its predictions", summary: "See the answer" },
  { what: "hints and its solution", summary: /^Hint \d|^A solution/ },
]) {
  test(`a lesson's ${what} open to those who ask`, async ({ page }) => {
    for (const { slug } of lessons) {
      await page.goto(`/lessons/${slug}`);
      // In the page's order: a hint stands inside the one before it.
      for (const asked of await page.locator("main summary").filter({ hasText: summary }).all()) {
        await asked.click();
        await expect(asked.locator("..")).toHaveAttribute("open", "");
      }
    }
  });
}
