import type { Page } from "@playwright/test";
import type { StudyApp } from "../fixtures/app";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const CREDENTIALS = "**/api/auth/callback/credentials*";

/** Answers as NextAuth does when `authorize` finds the backend busy, so many times. @returns how often it was asked */
async function busyFor(page: Page, times: number): Promise<() => number> {
  let asked = 0;
  await page.route(CREDENTIALS, (route) => {
    asked += 1;
    if (asked > times) return route.continue();
    const url = new URL("/signin?error=Busy:3", route.request().url()).href;
    return route.fulfill({ status: 401, json: { url } });
  });
  return () => asked;
}

/** Presses "Sign in" in a page whose seconds pass when the test says so. */
async function press(page: Page, app: StudyApp): Promise<void> {
  await page.clock.install();
  await page.goto("/signin");
  await page.clock.pauseAt(Date.now() + 60 * 60_000);
  await app.fillIn(seededUsers.grace);
}

test("a sign-in among many counts down, and is in by itself", async ({ page, app, lab }) => {
  expect(lab.id).toBeTruthy();
  const asked = await busyFor(page, 1);
  await press(page, app);
  const status = page.locator("form [role=status]");
  await expect(status).toHaveText("Many are signing in at once. Again in 3 s.");
  await expect(page.getByRole("button", { name: "Signing in…" })).toBeDisabled();
  await page.clock.runFor(1_000);
  await expect(status).toHaveText("Many are signing in at once. Again in 2 s.");
  await page.clock.runFor(2_000);
  await expect(page.getByRole("heading", { name: "My notes" })).toBeVisible();
  expect(asked()).toBe(2);
});

test("after three more tries sign-in is not available, and the button and what was typed are there", async ({
  page,
  app,
  lab,
}) => {
  expect(lab.id).toBeTruthy();
  const asked = await busyFor(page, 99);
  await press(page, app);
  const status = page.locator("form [role=status]");
  for (let tries = 1; tries <= 3; tries += 1) {
    await expect(status).toHaveText(/Again in 3 s\./);
    await page.clock.runFor(2_000);
    await expect(status).toHaveText(/Again in 1 s\./);
    await page.clock.runFor(1_000);
  }
  await expect(app.alert).toContainText("Sign-in is not available right now");
  await expect(status).toBeEmpty();
  expect(asked()).toBe(4);
  await expect(page.getByLabel("Password")).toHaveValue(seededUsers.grace.password);
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
});
