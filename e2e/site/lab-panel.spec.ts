import type { Page } from "@playwright/test";
import { expectAccessibleInBothThemes } from "../fixtures/axe";
import { hydrated } from "../fixtures/hydrated";
import { startLab } from "../fixtures/start-lab";
import { expect, test } from "../fixtures/test";
import { expectWholeTexts } from "../fixtures/whole-texts";

const lesson = "/lessons/credentials-provider";
const appFrame = 'iframe[title="The notes app under study"]';

async function openLab(page: Page): Promise<void> {
  await startLab(page);
  await expect(page.getByRole("button", { name: "Sign in as Ada" })).toBeVisible();
}

/**
 * A password's hash takes its time on a busy machine: NextAuth's answer is waited for, then the panel's, then the app's
 * own page. A page of the app's that arrives after the clock has moved refreshes, and token 1 is no longer the one held.
 */
async function signInAsAda(page: Page): Promise<void> {
  const answered = page.waitForResponse("**/api/auth/callback/credentials");
  await page.getByRole("button", { name: "Sign in as Ada" }).click();
  expect((await answered).status()).toBe(200);
  await expect(page.getByRole("button", { name: "Expire the access token" })).toBeEnabled();
  await expect(page.frameLocator(appFrame).getByRole("heading", { name: "My notes" })).toBeVisible();
}

/** The bar of a token: its name, and what is left of it. */
const bar = (page: Page, token: string) => page.getByRole("button", { name: new RegExp(`^${token}`) });

test("before it is wanted the lab asks for nothing and moves nothing", async ({ page }) => {
  const calls: string[] = [];
  page.on("request", (request) => calls.push(new URL(request.url()).pathname));
  await page.goto(lesson);
  await hydrated(page.getByRole("button", { name: "Start the lab" }));
  expect(calls.filter((path) => path.startsWith("/api/") || path.startsWith("/mock-backend"))).toEqual([]);
  const before = await page.locator("#lab").boundingBox();
  await page.getByRole("button", { name: "Start the lab" }).click();
  await expect(page.getByRole("button", { name: "Sign in as Ada" })).toBeVisible();
  expect(await page.locator("#lab").boundingBox()).toEqual(before);
});

test("a learner signs in for real and sees three tokens drain, the app, and what happened", async ({
  page,
  lab,
}) => {
  await page.goto(lesson);
  await openLab(page);
  await signInAsAda(page);
  await expect(page.getByRole("heading", { name: /Your lab.*Ada Lovelace/ })).toBeVisible();
  await expect(bar(page, "access token 1")).toContainText(/14 min|15 min/);
  await expect(bar(page, "refresh token 1")).toContainText("6 d 23 h");
  await expect(page.locator("summary").filter({ hasText: "POST /v1/auth/login" })).toBeVisible();
  expect((await lab.requests("POST /v1/auth/login")).at(0)?.detail.request).toMatchObject({ method: "POST" });
});

test("the access token expires by the lab's clock, and the session cookie does not", async ({
  page,
  lab,
}) => {
  await page.goto(lesson);
  await openLab(page);
  await signInAsAda(page);
  await page.getByRole("button", { name: "Expire the access token" }).click();
  await expect(bar(page, "access token 1")).toContainText("expired");
  await expect(bar(page, "session cookie 1")).toContainText(/59 min|1 h/);
  await expect(page.getByRole("button", { name: "Expire the access token" })).toBeDisabled();
  expect((await lab.state()).clock.offset).toBeGreaterThan(800);
});

test("an access token opens into its claims, with times on the lab's clock", async ({ page }) => {
  await page.goto(lesson);
  await openLab(page);
  await signInAsAda(page);
  await bar(page, "access token 1").click();
  const claims = page.getByRole("definition");
  await expect(claims.filter({ hasText: "ES256" })).toBeVisible();
  await expect(claims.filter({ hasText: /in 1[45] min/ })).toBeVisible();
  await expect(page.getByText(/act for Ada Lovelace.*It expires in 14 min/)).toBeVisible();
});

test("a signature is checked by the browser against the published keys, and the verdict changes with it", async ({
  page,
}) => {
  await page.goto(lesson);
  await openLab(page);
  await signInAsAda(page);
  await bar(page, "access token 1").click();
  await expect(page.getByRole("status").filter({ hasText: "Signature: valid" })).toBeVisible();
  await bar(page, "access token 1").click();
  await page.route("**/.well-known/jwks.json", async (route) => {
    const answer = await route.fetch();
    const { keys }: { keys: { kid: string }[] } = await answer.json();
    await route.fulfill({ json: { keys: keys.map((key) => ({ ...key, kid: "another" })) } });
  });
  await bar(page, "access token 1").click();
  await expect(page.getByRole("status").filter({ hasText: "Signature: unknown key" })).toBeVisible();
});

test("what the browser holds and the backend no longer honours is said in one sentence", async ({
  page,
  lab,
}) => {
  await page.goto(lesson);
  await openLab(page);
  await signInAsAda(page);
  await expect(page.getByText("What is held is what the backend honours.")).toBeVisible();
  const { refreshToken } = await lab.tokens();
  const data = { refresh_token: refreshToken };
  await lab.request.post("/mock-backend/v1/auth/refresh", { data, headers: { "X-Lab-Actor": "next" } });
  await expect(page.getByText("The browser holds R1, the backend has moved on to R2.")).toBeVisible();
});

test("the attacker has a place from the moment they hold something", async ({ page, lab }) => {
  await page.goto(lesson);
  await openLab(page);
  await signInAsAda(page);
  await expect(page.getByRole("term").filter({ hasText: "Attacker" })).toHaveCount(0);
  const { refreshToken } = await lab.tokens();
  const theft = { type: "note", from: "attacker", to: "attacker", name: "action.called", outcome: "info" };
  const data = { ...theft, holds: { holder: "attacker", refreshToken } };
  await lab.request.post("/mock-backend/lab/events", { data });
  await expect(page.getByRole("term").filter({ hasText: "Attacker" })).toBeVisible();
  await expect(page.getByText("The attacker holds R1, which the backend honours")).toBeVisible();
});

test("a setting takes effect at once and says what it changed", async ({ page, lab }) => {
  await page.goto(lesson);
  await openLab(page);
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByLabel("Access token lives").selectOption({ label: "8 s" });
  await expect(page.getByRole("status").filter({ hasText: "15 min → 8 s" })).toBeVisible();
  expect((await lab.state()).settings.accessTtl).toBe(8);
});

test("what the backend gets wrong is chosen here, and takes effect", async ({ page, lab }) => {
  await page.goto(lesson);
  await openLab(page);
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  const said = (text: string) => expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();
  await page.getByLabel("The backend", { exact: true }).selectOption({ label: "is down for refresh only" });
  await said("The backend is down for refresh only.");
  expect((await lab.state()).settings.fault).toBe("refresh-only");
  await page.getByLabel("A second use in grace gets").selectOption({ label: "409 and no successor" });
  await said("A second use in grace gets 409 and no successor.");
  expect((await lab.state()).settings.graceReply).toBe("none");
  await page.getByRole("button", { name: "Default settings" }).click();
  await said("Default settings.");
  expect((await lab.state()).settings).toMatchObject({ fault: "none", graceReply: "successor" });
});

test("no setting's text is cut", async ({ page }) => {
  await page.goto(lesson);
  await openLab(page);
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await expectWholeTexts(page);
});

test("the variant switch chooses what the app runs", async ({ page }) => {
  await page.goto(lesson);
  await openLab(page);
  await page.getByRole("radio", { name: "as-posted" }).check({ force: true });
  await expect(page.getByRole("status").filter({ hasText: "now runs as-posted" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "as-posted" })).toBeChecked();
});

test("a browser that has a lab finds it again without asking", async ({ page }) => {
  await page.goto(lesson);
  await openLab(page);
  await signInAsAda(page);
  await page.goto("/lessons/start");
  await expect(bar(page, "access token 1")).toBeVisible();
});

test("what another hand does in the same lab shows without a reload", async ({ page, lab }) => {
  await page.goto(lesson);
  await openLab(page);
  await signInAsAda(page);
  await lab.advance(60 * 60);
  await expect(bar(page, "access token 1")).toContainText("expired");
  await expect(page.locator("summary").filter({ hasText: "Lab clock + 1 h" })).toBeVisible();
});

test("the panel works by keyboard: from the poster to a decoded token", async ({ page }) => {
  await page.goto(lesson);
  const start = page.getByRole("button", { name: "Start the lab" });
  await hydrated(start);
  await start.focus();
  await page.keyboard.press("Enter");
  const ada = page.getByRole("button", { name: "Sign in as Ada" });
  await expect(ada).toBeVisible();
  await ada.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Expire the access token" })).toBeEnabled();
  await bar(page, "access token 1").focus();
  await page.keyboard.press("Enter");
  await expect(bar(page, "access token 1")).toHaveAttribute("aria-expanded", "true");
});

test("a backend that does not answer is said so, with what to do, and the lab comes back", async ({
  page,
  expectFailures,
}) => {
  expectFailures(/^502 /, /^failed /);
  await page.goto(lesson);
  await page.route("**/api/lab", (route) =>
    route.fulfill({
      status: 502,
      json: { error: "backend_unreachable", error_description: "The mock backend does not answer." },
    }),
  );
  await startLab(page);
  await expect(page.getByText("The mock backend does not answer.")).toBeVisible();
  const tryNow = page.getByRole("button", { name: "Try now" });
  const backAgain = expect(page.getByRole("button", { name: "Sign in as Ada" }));
  await expect(tryNow).toBeEnabled();
  await page.unroute("**/api/lab");
  // The lab also tries again by itself, and may be first: then the button is gone before it is pressed.
  await Promise.any([tryNow.click(), backAgain.toBeVisible({ timeout: 30_000 })]);
  await backAgain.toBeVisible();
});

test("axe finds nothing in the panel with everything open, in both themes", async ({ page }) => {
  await page.goto(lesson);
  await openLab(page);
  await signInAsAda(page);
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await bar(page, "access token 1").click();
  await page.locator("summary").filter({ hasText: "POST /v1/auth/login" }).click();
  await expect(page.frameLocator("iframe").getByRole("heading", { name: "My notes" })).toBeVisible();
  await expectAccessibleInBothThemes(page);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("the lab is a sheet whose handle keeps the bars in sight", async ({ page }) => {
    await page.goto(lesson);
    await openLab(page);
    await signInAsAda(page);
    await page.getByRole("button", { name: /^Close/ }).click();
    const handle = page.getByRole("button", { name: /^Your lab/ });
    await expect(handle).toContainText("access token 1");
    await expect(page.getByRole("button", { name: "Open my notes" })).toBeHidden();
    await handle.click();
    await expect(page.getByRole("button", { name: "Open my notes" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test("no setting's text is cut, and nothing scrolls sideways", async ({ page }) => {
    await page.goto(lesson);
    await openLab(page);
    await page.getByRole("button", { name: "Settings", exact: true }).click();
    await expectWholeTexts(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});
