import { lessonSource } from "../fixtures/lesson-source";
import { expect, test } from "../fixtures/test";

const slug = "credentials-provider";
const { codes, fences } = lessonSource(slug);
/** What is for a screen alone, and how much of it the page has at least. */
const gone = { "#lab": 1, "header:has(nav)": 1, footer: 1, "[data-copy]": codes + fences, dialog: 1 };

test("on paper a lesson has its answers and the addresses of its sources, and neither lab nor bars", async ({
  page,
}) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.goto(`/lessons/${slug}`);
  for (const [selector, least] of Object.entries(gone)) {
    const elements = await page.locator(selector).all();
    expect(elements.length, selector).toBeGreaterThanOrEqual(least);
    for (const element of elements) await expect(element, selector).toBeHidden();
  }
  await expect(page.locator("[data-prediction] + details p").first()).toBeVisible();

  const look = await page.evaluate(() => {
    const source = document.querySelector('main a[href^="https://www.rfc-editor.org"]');
    const code = document.querySelector("main pre");
    return {
      address: source && getComputedStyle(source, "::after").content,
      wraps: code && getComputedStyle(code).whiteSpace,
      paper: getComputedStyle(document.documentElement).colorScheme,
    };
  });
  expect(look).toEqual({
    address: expect.stringContaining("https://www.rfc-editor.org/rfc/"),
    wraps: "pre-wrap",
    paper: "light",
  });
});
