import type { Page } from "@playwright/test";
import { allLessons } from "../fixtures/lessons";
import { expect, test } from "../fixtures/test";

/** A4 between the margins that browsers print with, in CSS pixels. */
const paper = { width: 718, height: 1000 };

const lessons = (await allLessons()).map(({ slug }) => `/lessons/${slug}`);
const others = [
  "/",
  "/instructors",
  "/your-app",
  "/inspector",
  "/glossary",
  "/hosting",
  "/changes",
  "/accessibility",
];

test.use({ viewport: paper });

test("there are lessons to print", () => {
  expect(lessons.length).toBeGreaterThanOrEqual(8);
});

for (const path of [...lessons, ...others]) {
  test(`on paper nothing is cut off at the right: ${path}`, async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await page.goto(path);
    const { looked, code, cut } = await widths(page);
    expect(looked).toBeGreaterThan(20);
    // The code that a lesson shows is its text.
    if (lessons.includes(path)) expect(code).toBeGreaterThanOrEqual(2);
    expect(cut).toEqual([]);
  });
}

/** Every element in print, and those whose content is wider than what they show of it. */
async function widths(page: Page): Promise<{ looked: number; code: number; cut: string[] }> {
  return page.evaluate(() => {
    const shown = [document.documentElement, ...document.querySelectorAll<HTMLElement>("main *")].filter(
      (element) =>
        element.checkVisibility() &&
        element.closest(".visually-hidden") === null &&
        getComputedStyle(element).display !== "inline",
    );
    const cut = shown.filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible",
    );
    return {
      looked: shown.length,
      code: shown.filter((element) => element.localName === "pre").length,
      cut: cut.map(({ localName, textContent }) => `${localName}: ${textContent?.slice(0, 40)}`),
    };
  });
}
