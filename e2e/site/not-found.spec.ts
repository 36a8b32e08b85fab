import { allLessons } from "../fixtures/lessons";
import { expect, test } from "../fixtures/test";

const lessons = await allLessons();

for (const address of [
  "/nowhere",
  "/lessons/nowhere",
  "/lessons/start/nowhere",
  "/notes/nowhere",
  "/api/nowhere",
]) {
  test(`${address} says that it is not there, and helps`, async ({ page, expectFailures }) => {
    expectFailures(/^404 GET \S+\/nowhere$/);
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("no page");
    await expect(page.locator('main a[href="/"]')).toBeVisible();
    for (const { title } of lessons) {
      await expect(page.locator("main").getByRole("link", { name: title })).toBeVisible();
    }
  });
}
