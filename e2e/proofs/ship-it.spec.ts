import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures/test";

/** Some eighteen sign-ins and as many jumps of the clock. */
const patient = { timeout: 60_000 };

async function openLab(page: Page): Promise<void> {
  await page.goto("/lessons/ship-it");
  const lab = page.getByRole("complementary", { name: "Lab" });
  const start = lab.getByRole("button", { name: "Start the lab" });
  await start.click();
  await expect(lab.getByRole("button", { name: "Check my lab" })).toBeVisible();
}

/** The lines that do not hold, as the list shows them. */
async function red(page: Page): Promise<(string | null)[]> {
  await page.getByRole("button", { name: "Check my lab" }).click();
  await expect(page.getByText(/\d+ of 18 lines hold\./)).toBeVisible(patient);
  await expect(page.locator("[data-line]"), "every line was tried").toHaveCount(18);
  const lines = page.locator('[data-line][data-passes="false"]');
  return Promise.all((await lines.all()).map((line) => line.getAttribute("data-line")));
}

test("the list tells the app that is usually shipped from the one that is ready, on the reader's own lab", async ({
  page,
  lab,
  expectFailures,
}) => {
  test.slow();
  // Refusals are what the list is about.
  expectFailures(/^(400|401|403|404|500|502|503) /, /^failed GET \S+ net::ERR_ABORTED/);
  await lab.settings({ grace: 7 });
  await openLab(page);
  for (const { preset, lines } of [
    {
      preset: "as-usual",
      lines: [
        "two-fields",
        "outage-is-named",
        "nonsense-signs-nobody-in",
        "no-token-in-session",
        "one-lifetime",
        "role-not-raised",
        "page-after-expiry",
        "sign-out-revokes",
        "copied-cookie",
        "forged-token",
        "action-session",
        "action-ownership",
        "action-permission",
        "action-input",
      ],
    },
    { preset: "ready", lines: [] },
  ]) {
    await page.getByRole("radio", { name: preset, exact: true }).check({ force: true });
    await expect(page.getByText(`The app now runs ${preset}.`).first()).toBeVisible();
    expect(await red(page), preset).toEqual(lines);
  }
  const { grace, fault } = (await lab.state()).settings;
  expect({ grace, fault }, "the reader's settings are theirs again").toEqual({ grace: 7, fault: "none" });
});
