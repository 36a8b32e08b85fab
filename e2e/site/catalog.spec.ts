import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { lessonSource } from "../fixtures/lesson-source";
import { allLessons, checksFile, ROOT } from "../fixtures/lessons";
import { onDisk } from "../fixtures/shown-code";
import { expect, test } from "../fixtures/test";

const lessons = await allLessons();
type Lesson = (typeof lessons)[number];

test("the home page leads to each lesson", async ({ page }) => {
  await page.goto("/");
  for (const { slug, title } of lessons) {
    // The list's own link: another part of the page may lead to the same lesson.
    await expect(
      page.locator(`main a[data-title][href="/lessons/${slug}"]`, { hasText: title }),
    ).toBeVisible();
  }
});

for (const lesson of lessons) {
  const { slug, title, variants, checks } = lesson;

  test(`${slug}: what its page shows is what its files say`, async ({ page }) => {
    // One load for all: a lesson's page is long, and none of these changes it.
    const answer = await page.goto(`/lessons/${slug}`);
    await test.step("the lesson is there, under its own title", async () => {
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      await expect(page).toHaveTitle(new RegExp(title));
    });
    await test.step("every code shown is what is in the file", () => expectCodes(page, slug));
    await test.step("every comparison takes its lines from the two files", () =>
      expectComparisons(page, slug));
    await test.step("every variant is shown or named, and its file is there", () =>
      expectVariants(page, lesson));
    await test.step("every claim is on the page with the check that proves it", () =>
      expectClaims(page, lesson));
    await test.step("every link within the page leads somewhere", () => expectLinks(page, lesson));
  });

  test(`${slug}: its checks are written`, () => {
    expect(checks.length === 0 || existsSync(checksFile(slug))).toBe(true);
    expect(variants.length === 0 || checks.length > 0, "variants without a check prove nothing").toBe(true);
  });
}

test("every checks file belongs to a lesson", () => {
  const files = readdirSync(path.join(ROOT, "e2e", "checks")).filter((file) => file.endsWith(".spec.ts"));
  const expected = lessons.filter(({ checks }) => checks.length > 0).map(({ slug }) => `${slug}.spec.ts`);
  expect(files.sort()).toEqual(expected.sort());
});

async function expectCodes(page: Page, slug: string): Promise<void> {
  const codes = page.locator("[data-file]");
  await expect(codes).toHaveCount(lessonSource(slug).codes);
  for (const shown of await codes.all()) {
    const file = (await shown.getAttribute("data-file")) ?? "";
    const text = (await shown.textContent()) ?? "";
    const region = await shown.getAttribute("data-region");
    expect(text.trimEnd().split("\n"), `${file} ${region ?? ""}`).toEqual(onDisk(file, region));
  }
}

async function expectComparisons(page: Page, slug: string): Promise<void> {
  const comparisons = page.locator("[data-from-file]");
  await expect(comparisons).toHaveCount(lessonSource(slug).comparisons);
  for (const shown of await comparisons.all()) {
    const region = await shown.getAttribute("data-region");
    expect(await shown.locator("del, ins").count(), "lines that differ").toBeGreaterThan(0);
    const sides = { del: "data-from-file", ins: "data-to-file" };
    for (const [side, attribute] of Object.entries(sides)) {
      const lines = onDisk((await shown.getAttribute(attribute)) ?? "", region);
      for (const line of await shown.locator(side).allTextContents()) {
        expect(lines, `${side} in ${region ?? "the file"}`).toContain(line.trimEnd());
      }
    }
  }
}

async function expectVariants(page: Page, { slug, variants }: Lesson): Promise<void> {
  expect(await page.locator("[data-variant]").count()).toBeGreaterThanOrEqual(variants.length);
  for (const { name, file } of variants) {
    await expect(page.locator(`[data-variant="${name}"]`).first()).toBeAttached();
    expect(existsSync(path.join(ROOT, "content", "lessons", slug, file)), file).toBe(true);
  }
}

async function expectClaims(page: Page, { slug, checks, claims }: Lesson): Promise<void> {
  const titles = new Map(checks.map((check) => [check.id, check.title]));
  expect(claims.length, "each claim is marked once in the prose").toBe(lessonSource(slug).claims);
  expect(claims.length).toBeGreaterThan(0);
  for (const { id, check } of claims) {
    const proof = page.locator(`#claim-${id} [data-check="${check}"]`);
    await expect(proof, `claim ${id}`).toHaveText(titles.get(check) ?? "a check that exists");
    await expect(page.locator(`#claim-${id}-here`), `claim ${id} in the prose`).toBeAttached();
  }
}

async function expectLinks(page: Page, { claims }: Lesson): Promise<void> {
  const links = page.locator('a[href^="#"]');
  // Each claim's mark leads to its line of the table, and that line back.
  expect(await links.count()).toBeGreaterThan(2 * claims.length);
  const dangling = await links.evaluateAll((all) =>
    all
      .map((link) => link.getAttribute("href") ?? "")
      .filter((href) => !document.getElementById(decodeURIComponent(href.slice(1)))),
  );
  expect(dangling).toEqual([]);
}
