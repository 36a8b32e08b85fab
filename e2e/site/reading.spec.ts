import { lessonSource } from "../fixtures/lesson-source";
import { allLessons, type Meta } from "../fixtures/lessons";
import { expect, test } from "../fixtures/test";

const lessons = await allLessons();
/** On every page: the theme, the search and the keys. */
const NEED_A_SCRIPT = 3;

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
    const { codes, comparisons, fences } = lessonSource(slug);

    test(`${slug} reads whole: every section, all code, every claim`, async ({ page }) => {
      await page.goto(`/lessons/${slug}`);
      const sections = page.locator("main h2[id]");
      expect(await sections.count()).toBeGreaterThan(0);
      for (const section of await sections.all()) await expect(section).toBeVisible();
      // What is folded away, such as an answer or a solution, the browser opens without a script.
      await page.locator("main details").evaluateAll((all) => {
        for (const folded of all) folded.setAttribute("open", "");
      });
      const blocks = await page.locator("main pre").all();
      expect(blocks.length, "blocks of code").toBeGreaterThanOrEqual(codes + comparisons + fences);
      for (const code of blocks) await expect(code).toBeVisible();
      expect(claims.length).toBeGreaterThan(0);
      for (const { id } of claims) await expect(page.locator(`#claim-${id}`)).toBeVisible();
    });

    test(`${slug} says nothing that only a script could show`, async ({ page }) => {
      await page.goto(`/lessons/${slug}`);
      const elements = await page.locator(".needs-script").all();
      // A button beside each block of code copies it.
      expect(elements.length).toBeGreaterThanOrEqual(NEED_A_SCRIPT + codes + fences);
      for (const element of elements) await expect(element).toBeHidden();
    });
  }
});

for (const { what, summary, wanted } of [
  {
    what: "answers to its predictions",
    summary: "See the answer",
    wanted: ({ slug }: Meta) => lessonSource(slug).predictions,
  },
  {
    what: "hints and its solution",
    summary: /^Hint \d|^A solution/,
    // The first lesson has no exercise, so nothing to give hints about.
    wanted: ({ hints }: Meta) => (hints.length === 0 ? 0 : hints.length + 1),
  },
]) {
  test(`a lesson's ${what} open to those who ask`, async ({ page }) => {
    expect(lessons.filter((lesson) => wanted(lesson) > 0).length).toBeGreaterThanOrEqual(7);
    for (const lesson of lessons) {
      await page.goto(`/lessons/${lesson.slug}`);
      const summaries = page.locator("main summary").filter({ hasText: summary });
      await expect(summaries, lesson.slug).toHaveCount(wanted(lesson));
      // In the page's order: a hint stands inside the one before it.
      for (const asked of await summaries.all()) {
        await asked.click();
        await expect(asked.locator("..")).toHaveAttribute("open", "");
      }
    }
  });
}
