import { expect, type Page } from "@playwright/test";
import { Tab } from "../fixtures/tab";
import { test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const unreachable = "the app cannot be reached";
const account = (page: Page) => page.getByRole("region", { name: "Notes app, your account" });

test("an open tab does not call an outage a sign-out, and finds its session again", async ({
  expectFailures,
  lab,
  page,
  visitor,
}) => {
  expectFailures(/^503 GET \S+\/api\/auth\/session/, /^failed GET \S+\/api\/auth\/session/, /console error/);
  expect(lab.id).toBeTruthy();
  await visitor.signInByRequest(seededUsers.ada);
  const tab = await Tab.of(page);
  await tab.open();
  const failures = [
    (url: RegExp) => page.route(url, (route) => route.fulfill({ status: 503, json: { error: "any" } })),
    (url: RegExp) => page.route(url, (route) => route.abort("connectionrefused")),
    (url: RegExp) => page.route(url, (route) => route.fulfill({ body: "<h1>A proxy's own page</h1>" })),
  ];
  for (const fail of failures) {
    await fail(/\/api\/auth\/session$/);
    await tab.turnTo();
    await expect(account(page)).toContainText(unreachable);
    await expect(account(page)).toContainText("Ada Lovelace");
    await expect(page.getByText("Signed out", { exact: true })).toBeHidden();
    await expect(page.getByRole("heading", { name: "My notes" })).toBeVisible();
    await page.unrouteAll({ behavior: "wait" });
    // NextAuth's client asks at most once a second.
    await expect
      .poll(async () => {
        await tab.turnTo();
        return account(page).textContent();
      })
      .not.toContain(unreachable);
    await expect(account(page)).toContainText("Ada Lovelace");
  }
  await visitor.signOutByRequest();
  await expect
    .poll(async () => {
      await tab.turnTo();
      return account(page).textContent();
    })
    .toContain("Signed out");
});
