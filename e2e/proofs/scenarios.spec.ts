import type { Page, Request } from "@playwright/test";
import { startLab } from "../fixtures/start-lab";
import { expect, test } from "../fixtures/test";

const lesson = "refresh-rotation";
/** A sign-in whose hash is slow on purpose, and for one scenario the time-out of the app's own. */
const patient = { timeout: 30_000 };

/** The end that the page's measured table has for a run, in the words of the panel. */
async function measuredEnd(page: Page, run: string): Promise<string> {
  const words = await page.locator(`table [data-run="${run}"]`).getAttribute("title");
  return words?.endsWith(": survives") ? "survived" : "not survived";
}

for (const { variant, grace } of [
  { variant: "in-callback", grace: 0 },
  { variant: "in-proxy", grace: 10 },
]) {
  test(`every scenario, played on ${variant} with ${grace} s of grace, ends as the table says`, async ({
    expectFailures,
    lab,
    page,
  }) => {
    test.setTimeout(420_000);
    // What is lost is refused, what is broken answers nothing, and a page is left before all of it has come.
    expectFailures(/^(400|401|403|500|502|503|504) /, /^failed \w+ \S+ net::ERR_ABORTED/);
    await lab.chooseVariant(lesson, variant);
    await lab.settings({ grace });
    await page.goto(`/lessons/${lesson}`);
    await startLab(page);
    const panel = page.getByRole("region", { name: "Scenarios" });
    const story = panel.getByRole("status");
    const buttons = panel.getByRole("listitem").getByRole("button");
    await expect(panel).toBeVisible(patient);
    const titles = await buttons.allInnerTexts();
    expect(titles.length).toBe(await page.locator("tr[data-check]").count());

    for (const title of titles) {
      const before = await lab.lastSeq();
      await buttons.and(page.getByRole("button", { name: title, exact: true })).click();
      await expect(story, title).toContainText(`${title}: `, patient);
      const run = (await story.getByRole("link").getAttribute("href"))?.split("/").at(-1) ?? "none";
      expect(run, title).toMatch(new RegExp(`\\.${variant}\\.grace-${grace}$`));
      await expect(story, title).toContainText(`${title}: ${await measuredEnd(page, run)}.`);

      // The sentence is drawn from what the backend recorded: a theft is told where it has found one, and only there.
      const isReuseTold = /backend[^.]* ended the family/.test(await story.innerText());
      const news = await lab.events(before);
      expect(isReuseTold, title).toBe(
        news.some(({ name, code }) => name === "family.revoked" && code === "reused"),
      );
    }
  });
}

test("the app beside a scenario asks nothing while it plays, and goes on after it", async ({
  expectFailures,
  lab,
  page,
}) => {
  expectFailures(/^(400|401) /, /^failed \w+ \S+ net::ERR_ABORTED/);
  await lab.chooseVariant(lesson, "in-callback");
  await page.goto(`/lessons/${lesson}`);
  await startLab(page);
  await page.getByRole("button", { name: "Sign in as Ada" }).click();
  const app = page.frameLocator('iframe[title="The notes app under study"]');
  await expect(app.getByRole("heading", { name: "My notes" })).toBeVisible(patient);

  const isApps = (request: Request) =>
    request.url().endsWith("/api/auth/session") && request.frame() !== page.mainFrame();
  // The app's answer would land after the scenario's: between them, the token is spent twice.
  await page.route("**/api/auth/session", (route) => {
    const headers = route.request().headers();
    const held = isApps(route.request()) ? { ...headers, "x-lab-hold": "2000" } : headers;
    return route.continue({ headers: held });
  });
  let polled = 0;
  await page.route("**/mock-backend/lab/clock", async (route) => {
    const answer = await route.fetch();
    // The access token has expired just now, and the app's thirty seconds are over.
    await app.locator("body").evaluate(async (body) => {
      body.ownerDocument.dispatchEvent(new Event("visibilitychange"));
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    });
    polled += 1;
    await route.fulfill({ response: answer });
  });

  const panel = page.getByRole("region", { name: "Scenarios" });
  const asked = page.waitForRequest(isApps, patient);
  await panel.getByRole("button", { name: "the signing key rotated while signed in" }).click();
  await expect(panel.getByRole("status")).toContainText("survived", patient);
  await expect(panel.getByRole("status")).not.toContainText("not survived");
  expect(polled).toBeGreaterThan(0);
  await asked;
});
