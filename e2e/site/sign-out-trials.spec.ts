import { Caller } from "../fixtures/attacker";
import { hydrated } from "../fixtures/hydrated";
import { startLab } from "../fixtures/start-lab";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const lesson = "signing-out";
/** A trial is a sign-in or two, whose hashes are slow on purpose. */
const patient = { timeout: 20_000 };

test("the lab plays what comes after a sign-out, and says whether it holds", async ({
  expectFailures,
  lab,
  page,
}) => {
  // The thief's call, refused.
  expectFailures(/^401 GET \S+\/mock-backend\/v1\/notes$/);
  await lab.chooseVariant(lesson, "revokes-refresh");
  await page.goto(`/lessons/${lesson}`);
  await startLab(page);
  const trials = page.getByRole("region", { name: "Try to come back" });
  await trials.getByRole("button", { name: /^Copy the access token/ }).click();
  await expect(trials.getByRole("status")).toContainText("It holds. The backend refuses it", patient);
  await trials.getByRole("button", { name: /^Copy the cookie/ }).click();
  await expect(trials.getByRole("status")).toContainText("It does not hold. NextAuth greets", patient);
  await expect(trials.getByRole("link", { name: "The recorded run" })).toHaveAttribute(
    "href",
    `/lessons/${lesson}/runs/cookie-session.revokes-refresh`,
  );
});

for (const variant of ["revokes-refresh", "session-list"]) {
  test(`every trial, played on ${variant}, ends as the table says`, async ({ expectFailures, lab, page }) => {
    test.setTimeout(240_000);
    // What has ended is refused, and the backend fails where a trial has it fail.
    expectFailures(/^(400|401|403|404|405|502|503) /);
    await lab.chooseVariant(lesson, variant);
    await page.goto(`/lessons/${lesson}`);
    await startLab(page);
    const trials = page.getByRole("region", { name: "Try to come back" });
    const ending = trials.getByRole("status");
    const buttons = trials.getByRole("listitem").getByRole("button");
    await expect(buttons).toHaveCount(7);
    for (const title of await buttons.allInnerTexts()) {
      await buttons.and(page.getByRole("button", { name: title, exact: true })).click();
      await expect(ending, title).toContainText(/It (holds|does not hold)\./, { timeout: 30_000 });
      const run = (await ending.getByRole("link").getAttribute("href"))?.split("/").at(-1) ?? "none";
      const measured = await page.locator(`table [data-run="${run}"]`).getAttribute("title");
      const isHeld = (await ending.innerText()).includes("It holds.");
      expect(measured, title).toMatch(isHeld ? /^holds/ : /^does not hold/);
    }
  });
}

const againstTime = [
  { press: /older answer/, holds: "Its cookie lands last, and is nobody’s." },
  { press: /being renewed/, holds: "The renewed tokens have ended, too." },
  { press: /answers nonsense/, holds: "Nonsense is no yes: the backend was told again." },
];

test("the lab plays a sign-out against time, and what the backend did not hear", async ({
  expectFailures,
  lab,
  page,
}) => {
  // What has ended is refused, by the app and by the backend.
  expectFailures(
    /^401 GET \S+\/(api|mock-backend\/v1)\/notes$/,
    /^400 POST \S+\/mock-backend\/v1\/auth\/refresh$/,
  );
  await lab.chooseVariant(lesson, "session-list");
  await page.goto(`/lessons/${lesson}`);
  await startLab(page);
  const trials = page.getByRole("region", { name: "Try to come back" });
  for (const { press, holds } of againstTime) {
    await trials.getByRole("button", { name: press }).click();
    await expect(trials.getByRole("status")).toContainText(`It holds. ${holds}`, patient);
  }
});

test("under `cookie-only` an answer that lands late brings the user back", async ({ lab, page }) => {
  await lab.chooseVariant(lesson, "cookie-only");
  await page.goto(`/lessons/${lesson}`);
  await startLab(page);
  const trials = page.getByRole("region", { name: "Try to come back" });
  await trials.getByRole("button", { name: /older answer/ }).click();
  await expect(trials.getByRole("status")).toContainText("It does not hold. Its cookie lands last", patient);
});

test("the account page lists the user's sessions, and ends them all", async ({ app, lab, page }) => {
  await lab.chooseVariant(lesson, "session-list");
  const other = await (await Caller.in(page.context())).signIn(seededUsers.grace);
  await app.signInByRequest(seededUsers.grace);
  await page.goto("/notes/account");
  await expect(page.getByText("This browser", { exact: true })).toHaveCount(1);
  await expect(page.getByText("Another browser", { exact: true })).toHaveCount(1);
  const everywhere = page.getByRole("button", { name: "Sign out everywhere" });
  await hydrated(everywhere);
  await everywhere.click();
  await expect(page).toHaveURL(/\/signin/);
  expect(await (await other.request.get("/api/auth/session")).text()).toBe("{}");
  await lab.expectEvent("signed-out.everywhere");
});
