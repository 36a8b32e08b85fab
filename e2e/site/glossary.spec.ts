import { expectAccessible } from "../fixtures/axe";
import { hydrated } from "../fixtures/hydrated";
import { allLessons } from "../fixtures/lessons";
import { expect, test } from "../fixtures/test";

const lessons = await allLessons();
const firstTerm = "/lessons/start";

test("each lesson marks a term once, where it first occurs, and the link leads to it", async ({
  request,
}) => {
  const glossary = await (await request.get("/glossary")).text();
  for (const { slug } of lessons) {
    const html = await (await request.get(`/lessons/${slug}`)).text();
    const article = /<article[\s\S]*<\/article>/.exec(html)?.[0] ?? "";
    const targets = [...article.matchAll(/href="\/glossary#([\w-]+)"[^>]*data-term/g)].map(([, id]) => id);
    expect(targets.length, slug).toBeGreaterThan(2);
    expect(new Set(targets).size, `${slug} marks each term once`).toBe(targets.length);
    for (const id of targets) {
      expect(glossary).toContain(`id="${id}"`);
      expect(html).toContain(`id="term-${id}"`);
    }
  }
});

test("a term's card shows on focus, describes its link, and goes with Escape", async ({ page }) => {
  await page.goto(firstTerm);
  await hydrated(page.getByRole("radio", { name: "auto", includeHidden: true }).first());
  const link = page.locator("main a[data-term]").first();
  const card = page.locator(`#${await link.getAttribute("aria-describedby")}`);
  await expect(card).toBeHidden();
  // From the keyboard: a focus that a script sets is seen as the keyboard's only after a key.
  await page.keyboard.press("Tab");
  await link.focus();
  await expect(card).toBeVisible();
  await expect(link).toHaveAccessibleDescription(/./);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(card).toBeHidden();
});

test("a term's card shows on hover, stays while it is pointed at, and is in the window", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(firstTerm);
  await hydrated(page.getByRole("radio", { name: "auto", includeHidden: true }).first());
  const link = page.locator("main a[data-term]").first();
  const card = page.locator(`#${await link.getAttribute("aria-describedby")}`);
  await link.hover();
  await expect(card).toBeInViewport({ ratio: 1 });
  await card.hover();
  await expect(card).toBeVisible();
  await page.mouse.move(1, 1);
  await expect(card).toBeHidden();
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, viewport: { width: 360, height: 740 } });

  test("the first touch explains a term, the second opens the glossary", async ({ page }) => {
    await page.goto(firstTerm);
    await hydrated(page.getByRole("radio", { name: "auto", includeHidden: true }).first());
    const link = page.locator("main a[data-term]").first();
    const card = page.locator(`#${await link.getAttribute("aria-describedby")}`);
    await link.tap();
    await expect(card).toBeVisible();
    await link.tap();
    await expect(page).toHaveURL(/\/glossary#/);
  });
});
