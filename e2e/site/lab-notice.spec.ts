import type { BrowserContext, Page } from "@playwright/test";
import { startLab } from "../fixtures/start-lab";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const said = "The backend does not know your lab any more";
const lesson = "/lessons/refresh-rotation";
const patient = { timeout: 20_000 };

/** As after a restart of the backend. */
async function loseLab(context: BrowserContext): Promise<void> {
  const cookie = (await context.cookies()).find(({ name }) => name.endsWith("silent-refresh.lab"));
  if (!cookie) throw new Error("the lab has no cookie");
  await context.addCookies([{ ...cookie, value: "A".repeat(22) }]);
}

const notice = (page: Page) => page.getByText(said);

test("what became of the lab is said on every page, however it was renewed, until it was read", async ({
  context,
  lab,
  page,
  visitor,
}) => {
  expect(lab.id).toBeTruthy();
  await visitor.signInByRequest(seededUsers.ada);
  await loseLab(context);
  // NextAuth's client asks while nobody looks.
  await visitor.session();
  await page.goto("/notes");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(notice(page)).toBeVisible();
  const alert = page.getByRole("main").getByRole("alert");
  await expect(alert).toContainText("Your session has ended");
  await expect(alert).toContainText("It was a session of your old lab");
  await page.goto("/signin");
  await expect(notice(page)).toBeVisible();
  await page.goto(lesson);
  await startLab(page);
  await expect(notice(page)).toBeVisible(patient);
  await page.goto("/signin");
  const read = page.waitForResponse("**/api/lab/notice");
  await page.getByRole("button", { name: "OK", exact: true }).click();
  expect((await read).status()).toBe(204);
  await expect(notice(page)).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(notice(page)).toBeHidden();
});

test("what was read in the panel is read on the app's pages, too", async ({ context, lab, page }) => {
  expect(lab.id).toBeTruthy();
  await loseLab(context);
  await page.goto(lesson);
  await startLab(page);
  await expect(notice(page).first()).toBeVisible(patient);
  const read = page.waitForResponse("**/api/lab/notice");
  await page.getByRole("button", { name: "OK", exact: true }).first().click();
  await read;
  await page.goto("/signin");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(notice(page)).toBeHidden();
});
