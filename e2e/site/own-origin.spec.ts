import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

// The tests' site listens on a port that was free: nothing here may know one by heart.

test("a page that wants a session leads to the sign-in of this very site, and back", async ({
  page,
  app,
  baseURL,
}) => {
  await page.goto("/notes/admin");
  await expect(page).toHaveURL(new RegExp(`^${baseURL}/signin\\?`));
  const { searchParams } = new URL(page.url());
  expect(searchParams.get("callbackUrl")).toMatch(new RegExp(`^(${baseURL})?/notes/admin$`));
  await app.signIn(seededUsers.ada);
  expect(new URL(page.url()).origin).toBe(baseURL);
});

test("who signs in again is back where the session had ended", async ({ page, app, visitor, lab }) => {
  await lab.settings({ refreshIdleTtl: 60 * 60 });
  await visitor.signInByRequest(seededUsers.ada);
  await lab.advance(60 * 60 + 1);
  await page.goto("/notes/admin");
  await expect(app.alert).toContainText("Your session has ended");
  await app.fillIn(seededUsers.ada);
  await expect(page.getByRole("heading", { name: "Users" })).toBeVisible();
  await expect(page).toHaveURL(/\/notes\/admin$/);
});

test("signing out stays on this very site, signed out", async ({ page, app, baseURL }) => {
  await app.signIn(seededUsers.grace);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(new RegExp(`^${baseURL}/`));
  await expect(page.getByRole("button", { name: "Sign out" })).toBeHidden();
  await page.goto("/notes");
  await expect(page).toHaveURL(/\/signin/);
});

test("over http, cookies carry no promise that http cannot keep", async ({ page, app, lab }) => {
  expect(lab.id).toBeTruthy();
  await app.signInByRequest(seededUsers.ada);
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name)).toContain("silent-refresh.session-token");
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ secure: false, httpOnly: true, path: "/", domain: "localhost" });
  }
});
