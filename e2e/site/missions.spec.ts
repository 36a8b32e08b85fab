import type { Page } from "@playwright/test";
import type { Lab } from "../fixtures/lab";
import { allLessons } from "../fixtures/lessons";
import { startLab } from "../fixtures/start-lab";
import { expect, test } from "../fixtures/test";

const patient = { timeout: 20_000 };
const lessons = await allLessons();
/** What signing in is asked for by itself. */
const bySigningIn = ["start: sign-in", "credentials-provider: sign-in"];
/** There have been as many since this was written: a test that looks at fewer looks in the wrong place. */
const LEAST_MISSIONS = 42;

const missionsOf = (page: Page) => page.locator("[data-missions-of] [data-mission]");

/** Has everything that the lab recorded arrive on the page. */
async function caughtUp(page: Page, lab: Lab): Promise<void> {
  await expect(async () => {
    await expect(page.locator(`#lab [data-event="${await lab.lastSeq()}"]`)).toBeAttached({ timeout: 2_000 });
  }).toPass(patient);
}

async function signInAndOpenTheApp(page: Page): Promise<void> {
  await startLab(page);
  await page.getByRole("button", { name: "Sign in as Ada" }).click(patient);
  const app = page.frameLocator('iframe[title="The notes app under study"]');
  await expect(app.getByRole("heading", { name: "My notes" })).toBeVisible(patient);
  // NextAuth's client asks for the session when its tab comes back, as it does every thirty seconds.
  const asked = page.waitForResponse("**/api/auth/session");
  await app.locator("body").evaluate((body) => {
    body.ownerDocument.dispatchEvent(new Event("visibilitychange"));
  });
  await asked;
}

test("the missions of the whole course are looked at here", () => {
  expect(lessons.flatMap(({ missions }) => missions).length).toBeGreaterThanOrEqual(LEAST_MISSIONS);
});

for (const { slug, missions } of lessons) {
  test(`${slug}: opening the lesson and signing in does no mission that does not ask for that`, async ({
    lab,
    page,
  }) => {
    await page.goto(`/lessons/${slug}`);
    await signInAndOpenTheApp(page);
    await caughtUp(page, lab);
    await expect(missionsOf(page)).toHaveCount(missions.length);
    const done = await missionsOf(page).evaluateAll((all) =>
      all.filter((one) => one.hasAttribute("data-done")).map((one) => one.getAttribute("data-mission")),
    );
    expect(done.map((id) => `${slug}: ${id}`)).toEqual(
      bySigningIn.filter((each) => each.startsWith(`${slug}: `)),
    );
  });
}

test("the session is read once it is opened in a tab by somebody who is signed in", async ({
  context,
  lab,
  page,
}) => {
  await page.goto("/lessons/credentials-provider");
  const mission = page.locator('[data-mission="session"]');
  const tab = await context.newPage();
  await lab.state();
  await tab.goto("/api/auth/session");
  await signInAndOpenTheApp(page);
  await caughtUp(page, lab);
  await expect(mission).not.toHaveAttribute("data-done");
  await tab.goto("/api/auth/session");
  await expect(tab.locator("body")).toContainText("Ada Lovelace");
  await expect(mission).toHaveAttribute("data-done", "", patient);
});
