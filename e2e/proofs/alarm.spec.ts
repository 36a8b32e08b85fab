import type { Page } from "@playwright/test";
import { z } from "zod";
import type { Lab } from "../fixtures/lab";
import { allLessons } from "../fixtures/lessons";
import { startLab } from "../fixtures/start-lab";
import { expect, test } from "../fixtures/test";

const patient = { timeout: 30_000 };
/** In the order of the course. */
const course = [
  "start",
  "credentials-provider",
  "refresh-rotation",
  "server-action-protection",
  "access-token-anatomy",
  "tokens-and-the-browser",
  "signing-out",
  "ship-it",
];
const played = [
  "a page opened after expiry, whose layout and page both read the session",
  "a stolen refresh token is used before its owner's",
];

const answerSchema = z.object({ refresh_token: z.string().optional() });

/**
 * Whether the backend would refuse the refresh token behind the browser's session, by its own events: what was issued
 * last in the token's family, and whether the family was revoked. Null where the session has no token that they name.
 */
async function wouldBeRefused(lab: Lab): Promise<boolean | null> {
  const { session, refreshToken } = await lab.tokens();
  if (session === null) return false;
  const newest = new Map<number, number>();
  const revoked = new Set<number>();
  let held: { family: number; generation: number } | undefined;
  for (const { type, name, tokens, detail } of await lab.events()) {
    for (const { kind, role, family, generation } of tokens) {
      if (kind !== "refresh") continue;
      if (name === "family.revoked") revoked.add(family);
      if (type !== "response" || role !== "issued") continue;
      newest.set(family, Math.max(generation, newest.get(family) ?? 0));
      const { body } = z.object({ response: z.object({ body: z.string() }) }).parse(detail).response;
      if (answerSchema.parse(JSON.parse(body)).refresh_token === refreshToken) held = { family, generation };
    }
  }
  if (held === undefined) return null;
  const { family, generation } = held;
  const isOver = (await lab.state()).families.find(({ ordinal }) => ordinal === family)?.status === "expired";
  return isOver || revoked.has(family) || newest.get(family) !== generation;
}

function whereabouts(page: Page) {
  return page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Who holds which token" }) });
}

test("in one lab, from lesson to lesson, the alarm is shown where the next refresh would be refused, and nowhere else", async ({
  expectFailures,
  lab,
  page,
}) => {
  test.setTimeout(900_000);
  expectFailures(/^(400|401|403|404|500|502|503|504) /, /^failed \w+ \S+ net::ERR_ABORTED/);
  const metas = await allLessons();
  const compared = { alarm: 0, quiet: 0 };
  const panel = page.locator("#lab");

  async function compare(after: string) {
    let refused: boolean | null = null;
    const differs = async () => {
      refused = await wouldBeRefused(lab);
      const shown = (await whereabouts(page).locator("dd, dt").count()) > 0;
      const wrong = await whereabouts(page).locator("[data-wrong]:not([data-attacker])").count();
      return shown && (refused === null || refused === wrong > 0) ? "the same" : `${wrong} red, ${refused}`;
    };
    await expect.poll(differs, { message: after, ...patient }).toBe("the same");
    if (refused !== null) compared[refused ? "alarm" : "quiet"] += 1;
  }

  async function press(name: string | RegExp) {
    const button = panel.getByRole("button", { name, exact: true });
    if ((await button.count()) === 0 || (await button.isDisabled())) return false;
    await button.click();
    // Taken, done, and to be had again; or no longer offered, since it was done.
    await expect(panel.locator("button[aria-busy]")).toHaveCount(0, patient);
    return true;
  }

  for (const slug of course) {
    const meta = metas.find((one) => one.slug === slug);
    await page.goto(`/lessons/${slug}`);
    if (slug === "start") await startLab(page);
    else await panel.scrollIntoViewIfNeeded();
    await expect(whereabouts(page)).toBeVisible(patient);
    await compare(`${slug} is opened`);
    // The last that runs goes on into the next lesson: of lesson 1, the wrong one.
    const names = (meta?.variants ?? []).map(({ name }) => name).filter((name) => name !== "yours");
    if (names.length === 0) names.push("no variants");
    for (const name of slug === "credentials-provider" ? names.toReversed() : names) {
      const radio = panel.getByRole("radio", { name, exact: true });
      if ((await radio.count()) > 0) {
        await radio.check({ force: true });
        await expect(panel.locator("[aria-busy]")).toHaveCount(0, patient);
        await compare(`${slug}: ${name} is chosen`);
      }
      for (const button of ["Sign in as Ada", "Open my notes", "Expire the access token", "Open my notes"]) {
        if (await press(button)) await compare(`${slug}, ${name}: ${button}`);
      }
      if (slug !== "refresh-rotation") continue;
      for (const title of played) {
        const scenarios = page.getByRole("region", { name: "Scenarios" });
        await scenarios.getByRole("button", { name: title, exact: true }).click();
        await expect(scenarios.getByRole("status")).toContainText(`${title}: `, patient);
        await compare(`${slug}, ${name}: ${title}`);
      }
    }
    await press("Sign out");
    await compare(`${slug}: signed out`);
  }
  expect(compared.alarm).toBeGreaterThan(3);
  expect(compared.quiet).toBeGreaterThan(60);
});
