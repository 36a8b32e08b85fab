import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { execa } from "execa";
import { expectAccessibleInBothThemes } from "../fixtures/axe";
import { hydrated } from "../fixtures/hydrated";
import type { Lab } from "../fixtures/lab";
import { expect, test } from "../fixtures/test";
import { expectWholeTexts } from "../fixtures/whole-texts";

/** Both panes are whole in sight from here on. */
test.use({ viewport: { width: 1440, height: 900 } });

/** A preset is a sign-in and a dozen requests. */
const patient = { timeout: 25_000 };

async function openPlayground(page: Page, query = ""): Promise<void> {
  await page.goto(`/playground${query}`);
  const start = page.getByRole("button", { name: "Start the playground" });
  await hydrated(start);
  await start.click();
  await expect(page.getByRole("region", { name: "Lab", exact: true })).toBeVisible(patient);
}

const timeline = (page: Page) => page.getByRole("region", { name: /^What happened/ });
const rows = (page: Page) => timeline(page).locator("[data-event]");
const seqs = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((row) => Number(row.getAttribute("data-event"))));
const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });
const story = (page: Page) => page.locator("[data-story]");

async function signInAsAda(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign in as Ada" }).click();
  await expect(page.getByRole("button", { name: "Expire the access token" })).toBeEnabled(patient);
}

async function play(page: Page, title: string): Promise<string> {
  await page.getByRole("button", { name: title, exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: `${title}, on` })).toBeVisible(patient);
  return story(page).innerText();
}

const names = async (lab: Lab) =>
  (await lab.events()).map(({ name, code }) => `${name} ${code ?? ""}`.trim());

test("preset: two tabs at expiry end a sign-in that nobody stole", async ({ page, lab }) => {
  await openPlayground(page);
  expect(await play(page, "Two tabs at expiry")).toContain("R1 was sent twice.");
  expect(await names(lab)).toContain("family.revoked reused");
  expect((await lab.requests("POST /v1/auth/refresh")).length).toBeGreaterThan(1);
  expect((await lab.state()).families.at(-1)).toMatchObject({ status: "revoked", reason: "reused" });
});

test("preset: the thief is found out, and the owner with them", async ({ page, lab, expectFailures }) => {
  // The thief's tokens are worth nothing any more.
  expectFailures(/^400 POST \S+\/mock-backend\/v1\/auth\/refresh/, /^401 GET \S+\/mock-backend\/v1\/notes$/);
  await openPlayground(page);
  expect(await play(page, "The thief")).toContain("The thief used R1 before its owner did.");
  expect(
    (await lab.events()).some(({ from, name }) => from === "attacker" && name === "POST /v1/auth/refresh"),
  ).toBe(true);
  expect((await lab.state()).families.at(-1)).toMatchObject({ status: "revoked", reason: "reused" });
});

test("preset: after the weekend the refresh token is over, and the app asks for a sign-in", async ({
  page,
  lab,
}) => {
  await openPlayground(page);
  expect(await play(page, "The weekend")).toContain("The refresh token had come to its own end.");
  const { settings, clock, families } = await lab.state();
  expect(settings.refreshIdleTtl).toBe(86_400);
  expect(clock.offset).toBe(63 * 3600);
  expect(families.at(-1)?.status).toBe("expired");
  await expect(page.frameLocator("iframe").getByRole("heading", { name: "Sign in" })).toBeVisible(patient);
});

test("preset: a backend that is down for a moment costs nobody their session", async ({ page, lab }) => {
  await openPlayground(page);
  expect(await play(page, "Backend down at the wrong moment")).toContain("the session was kept");
  expect(await names(lab)).toEqual(expect.arrayContaining(["refresh.failed unavailable", "token.rotated"]));
  expect((await lab.state()).families.at(-1)?.status).toBe("active");
  expect((await lab.state()).settings.fault).toBe("none");
});

test("preset: the demoted admin gets her way by cookie, and not once the guarded variant runs", async ({
  page,
  lab,
}) => {
  const grace = async () =>
    (await lab.state()).users.find(({ email }) => email === "grace@example.com")?.role;
  await openPlayground(page);
  expect(await play(page, "The demoted admin")).toContain("role-in-cookie let setRole through");
  expect(await grace()).toBe("admin");
  expect(await names(lab)).toContain("action.passed setRole");

  await tab(page, "Variants").click();
  await page.getByRole("radio", { name: "guarded", exact: true }).check({ force: true });
  await expect(page.getByRole("status").filter({ hasText: "now runs guarded" })).toBeVisible();
  await tab(page, "Presets").click();
  await page.getByRole("button", { name: "Play it again as it stands" }).click();
  await expect(story(page)).toContainText("guarded refused setRole at the step", patient);
  expect(await grace()).toBe("member");
});

test("a link carries settings and variants into another lab at a press, and can be undone", async ({
  page,
  lab,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await lab.settings({ accessTtl: 8, grace: 10, rotation: false, latencyMs: 200 });
  await lab.chooseVariant("refresh-rotation", "in-callback");
  await openPlayground(page);
  await page.getByRole("button", { name: "Copy a link to this stage" }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).not.toContain(lab.id);
  const sent = (await lab.state()).settings;

  await lab.reset();
  await lab.settings({ accessTtl: 900, grace: 0, rotation: true, latencyMs: 0 });
  await lab.chooseVariant("refresh-rotation", "in-proxy");
  await page.goto(link);
  const notice = page.getByRole("region", { name: "The link that was opened" });
  await expect(notice).toContainText("This link would change your lab:", patient);
  await expect(notice).toContainText("Grace windownone → 10 s");
  await expect(notice).toContainText("in-proxy → in-callback");
  expect((await lab.state()).settings).toMatchObject({ accessTtl: 900, grace: 0, rotation: true });
  await notice.getByRole("button", { name: "Apply to my lab" }).click();
  await expect(notice).toContainText("The link changed your lab:");
  await expect(page).toHaveURL(/\/playground$/);
  expect((await lab.state()).settings).toEqual(sent);
  await tab(page, "Variants").click();
  await expect(page.getByRole("radio", { name: "in-callback", exact: true })).toBeChecked();

  // What the learner turns afterwards is theirs, and no part of the link.
  await lab.settings({ refreshIdleTtl: 600 });
  await notice.getByRole("button", { name: "Put mine back" }).click();
  await expect(notice).toBeHidden();
  const own = { accessTtl: 900, grace: 0, rotation: true, refreshIdleTtl: 600 };
  expect((await lab.state()).settings).toMatchObject(own);
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await expect(page.getByRole("radio", { name: "in-proxy", exact: true })).toBeChecked();
});

test("a link changes nothing by itself, and nothing when its reader keeps what is", async ({ page, lab }) => {
  const before = await lab.state();
  await openPlayground(page, "?accessTtl=7&fault=outage&refresh-rotation=token-store");
  const notice = page.getByRole("region", { name: "The link that was opened" });
  await expect(notice).toContainText("Access token lives15 min → 7 s", patient);
  await expect(notice).toContainText("The backendworks → is down (503)");
  await notice.getByRole("button", { name: "Keep mine" }).click();
  await expect(notice).toBeHidden();
  await expect(page).toHaveURL(/\/playground$/);
  const after = await lab.state();
  expect(after.settings).toEqual(before.settings);
  const named = (await lab.events()).map(({ name }) => name);
  expect(named).not.toContain("variant.changed");
  expect(named).not.toContain("settings.changed");
});

test("a link that changes nothing is not spoken of", async ({ page, lab }) => {
  const { accessTtl } = (await lab.state()).settings;
  await openPlayground(page, `?accessTtl=${accessTtl}`);
  await expect(page).toHaveURL(/\/playground$/, patient);
  await expect(page.getByRole("region", { name: "The link that was opened" })).toBeHidden();
});

test("what a tampered link says that cannot be is named, and never applied", async ({ page, lab }) => {
  const before = (await lab.state()).settings;
  await openPlayground(page, "?grace=99&accessTtl=8&rotation=maybe&refresh-rotation=nope&%3Cb%3E=1");
  const notice = page.getByRole("region", { name: "The link that was opened" });
  await expect(notice).toContainText("Access token lives15 min → 8 s", patient);
  for (const wrong of ["grace=99", "rotation=maybe", "refresh-rotation=nope", "<b>=1"]) {
    await expect(notice.getByRole("listitem").filter({ hasText: wrong })).toBeVisible();
  }
  expect((await lab.state()).settings).toEqual(before);
  await notice.getByRole("button", { name: "Apply to my lab" }).click();
  await expect(notice).toContainText("The link changed your lab:");
  expect((await lab.state()).settings).toEqual({ ...before, accessTtl: 8 });
});

test("a saved timeline is loaded again and replayed event by event, by keyboard", async ({ page, lab }) => {
  await openPlayground(page);
  await lab.advance(60);
  await expect(rows(page).filter({ hasText: "Lab clock + 1 min" })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as JSON" }).click(),
  ]);
  const buffer = await readFile(await download.path());
  const { events }: { events: { seq: number }[] } = JSON.parse(buffer.toString());
  const saved = events.map(({ seq }) => seq);
  await page
    .getByLabel("Replay a recording")
    .setInputFiles({ name: "saved.json", mimeType: "application/json", buffer });
  const scrubber = page.getByRole("slider", { name: "Event of the recording" });
  await expect.poll(() => seqs(page)).toEqual(saved);
  await scrubber.focus();
  await page.keyboard.press("Home");
  await expect.poll(() => seqs(page)).toEqual(saved.slice(0, 1));
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => seqs(page)).toEqual(saved.slice(0, 2));
  await expect(scrubber).toHaveAttribute("aria-valuetext", new RegExp(`^2 of ${saved.length}: `));
  await lab.advance(180);
  await page.keyboard.press("End");
  await expect.poll(() => seqs(page), "what happens meanwhile is not in it").toEqual(saved);
  await page.getByRole("button", { name: "Back to the live lab" }).click();
  await expect(rows(page).filter({ hasText: "Lab clock + 3 min" })).toBeVisible();
});

test("a file that is no recording is refused in words, and the live timeline stays", async ({
  page,
  lab,
}) => {
  await openPlayground(page);
  await lab.advance(60);
  const choose = (text: string) =>
    page
      .getByLabel("Replay a recording")
      .setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) });
  for (const [text, words] of [
    ["{", "This file is not JSON"],
    ["[]", "no saved timeline"],
    ['{"events":[{"seq":1}]}', "Event 1 of this file is wrong"],
    [" ".repeat(5_000_000), "larger than 4 MiB"],
  ] as const) {
    await choose(text);
    await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  }
  const problem = page.getByRole("status").filter({ hasText: "larger than 4 MiB" });
  const chooser = page.waitForEvent("filechooser");
  await page.getByLabel("Replay a recording").click();
  await chooser;
  await expect(problem, "another choice has begun").toHaveCount(0);
  await choose("{");
  await page.getByRole("button", { name: "Understood" }).click();
  await expect(page.getByText("This file is not JSON")).toHaveCount(0);
  await expect(page.getByLabel("Replay a recording")).toBeFocused();
  await expect(rows(page).filter({ hasText: "Lab clock + 1 min" })).toBeVisible();
  await expect(page.getByRole("slider")).toHaveCount(0);
});

test("a request of the timeline, copied as curl, does the same from a shell", async ({
  page,
  lab,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openPlayground(page);
  await signInAsAda(page);
  await expect(rows(page).filter({ hasText: "GET /v1/notes" }).last()).toBeVisible(patient);
  const copied = async (name: string) => {
    const seq = await rows(page).filter({ hasText: name }).last().getAttribute("data-event");
    const row = timeline(page).locator(`[data-event="${seq}"]`);
    await row.click();
    const opened = row.locator("xpath=..");
    await opened.getByRole("button", { name: "Copy as curl" }).click();
    await expect(opened.getByRole("button", { name: "Copied" })).toBeVisible();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const inShell = async (name: string) => (await execa("bash", ["-c", await copied(name)])).stdout;

  expect(await inShell("POST /v1/auth/login")).toContain('"token_type":"Bearer"');
  expect(await inShell("GET /v1/notes")).toContain("Note G");
  expect(await inShell("GET /notes")).toContain("My notes");
  expect(await inShell("POST /api/auth/callback/credentials")).toMatch(
    /set-cookie: silent-refresh\.session-token=/i,
  );
  const signedIn = (await names(lab)).filter((name) => name === "signed-in");
  expect(signedIn, "once from the page, once from the shell").toHaveLength(2);
});

test("the family tree and the tables say what the backend says", async ({ page, lab, app }) => {
  await openPlayground(page);
  await signInAsAda(page);
  for (let time = 0; time < 2; time += 1) {
    await lab.advance(16 * 60);
    await app.session();
  }
  const { families, users, notes, keys } = await lab.state();
  await tab(page, "Families").click();
  const drawn = (attribute: string) =>
    page
      .locator(`[data-family="1"] [${attribute}]`)
      .evaluateAll(
        (all, name) => all.map((one) => [Number(one.getAttribute(name)), one.getAttribute("data-status")]),
        attribute,
      );
  const [family] = families;
  expect(family?.refresh.length).toBe(3);
  await expect
    .poll(() => drawn("data-refresh"))
    .toEqual(family?.refresh.map((one) => [one.generation, one.status]));
  await expect
    .poll(() => drawn("data-access"))
    .toEqual(family?.access.map((one) => [one.generation, one.status]));

  await tab(page, "Backend").click();
  const table = (name: string) => page.getByRole("table", { name });
  for (const { name, email, role } of users) {
    await expect(table("Users").getByRole("row", { name: `${name} ${email} ${role} no` })).toBeVisible();
  }
  await expect(table("Notes").locator("tbody tr")).toHaveCount(notes.length);
  await expect(table("Signing keys").locator("tbody tr")).toHaveCount(keys.length);
  await page.getByRole("button", { name: "Rotate the signing key" }).click();
  await expect(table("Signing keys").locator("tbody tr")).toHaveCount(keys.length + 1);
  expect((await lab.state()).keys).toHaveLength(keys.length + 1);
});

test("the thief can be let loose by hand, and is seen to hold what they took", async ({ page, lab }) => {
  await openPlayground(page);
  await signInAsAda(page);
  await tab(page, "Attacker").click();
  await page.getByRole("button", { name: "Copy the tokens" }).click();
  await expect(page.getByText("The attacker holds R1, which the backend honours")).toBeVisible();
  await page.getByRole("button", { name: "Read the notes" }).click();
  await expect(page.getByText("The backend answered 200 to the attacker’s access token.")).toBeVisible();
  await page.getByRole("button", { name: "Refresh with the copy" }).click();
  await expect(page.getByText("The browser holds R1, the backend has moved on to R2.")).toBeVisible();
  expect((await lab.state()).holders.attacker).toMatchObject({ refresh: 2 });
});

test("five hundred events are there once each, those in sight alone are laid out, and one more redraws the ends alone", async ({
  page,
  lab,
}) => {
  const note = { type: "note", from: "next", to: "next", name: "jwt.ran", outcome: "info", text: "Again." };
  const add = async (count: number) => {
    for (let left = count; left > 0; left -= 50) {
      const data = Array.from({ length: Math.min(50, left) }, () => note);
      expect((await lab.request.post("/mock-backend/lab/events", { data })).status()).toBe(201);
    }
  };
  /** Every number from the first on, none twice, up to the newest that the backend has. */
  const complete = async () => {
    const shown = await seqs(page);
    const [first = 0] = shown;
    const isGapless = shown.every((seq, at) => seq === first + at);
    return { count: shown.length, isGapless, isNewest: shown.at(-1) === (await lab.lastSeq()) };
  };
  await add(300);
  await openPlayground(page);
  await expect.poll(complete).toMatchObject({ isGapless: true, isNewest: true });
  await add(350);
  await expect.poll(complete).toEqual({ count: 500, isGapless: true, isNewest: true });
  await expect(rows(page).last()).toBeInViewport();
  await expect(page.getByText("Older events are gone: a lab keeps the last 500.")).toBeAttached();
  // A box to skip for each row would be looked after in every frame: the boxes are lists of twenty.
  const lists = timeline(page).getByRole("list", { name: /^Events? \d/ });
  expect(await lists.count()).toBeLessThan(30);
  expect(await lists.first().evaluate((list) => getComputedStyle(list).contentVisibility)).toBe("auto");
  const painted = await rows(page).evaluateAll(
    (all) => all.filter((row) => row.checkVisibility({ contentVisibilityAuto: true })).length,
  );
  expect(painted).toBeLessThan(120);

  const redrawn = await timeline(page).evaluateHandle((element) => {
    const found = new Set<Element>();
    new MutationObserver((records) => {
      for (const { target } of records) {
        const list = target instanceof Element ? target.closest("ol") : null;
        if (list !== null) found.add(list);
      }
    }).observe(element, { subtree: true, childList: true, attributes: true });
    return found;
  });
  await add(1);
  await expect.poll(complete).toEqual({ count: 500, isGapless: true, isNewest: true });
  // The list that the oldest left, the one that had the newest, and perhaps a new one.
  expect(await redrawn.evaluate((found) => found.size)).toBeLessThan(4);
});

test("keys lead to the app, the controls, the lab and the timeline, and ? names them", async ({
  page,
  lab,
}) => {
  await openPlayground(page);
  await lab.advance(60);
  await lab.advance(120);
  await expect(rows(page).filter({ hasText: "Lab clock + 2 min" })).toBeVisible();
  const focused = (selector: string) =>
    expect.poll(() => page.evaluate((part) => document.activeElement?.closest(part) !== null, selector));
  await page.keyboard.press("c");
  await focused("#controls").toBe(true);
  await page.keyboard.press("ArrowRight");
  await expect(tab(page, "Variants")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("a");
  await focused("#app").toBe(true);
  await page.keyboard.press("l");
  await focused("#lab").toBe(true);
  await page.keyboard.press("t");
  await expect(rows(page).last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(rows(page).nth(0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rows(page).nth(1).locator("xpath=..")).toHaveAttribute("open", "");
  await page.keyboard.press("m");
  await expect.poll(async () => (await lab.state()).clock.offset).toBe(60 + 120 + 60);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("Go to the controls");
});

test("axe finds nothing in the playground at work, in both themes", async ({ page, lab }) => {
  await openPlayground(page, "?grace=99&accessTtl=600");
  await signInAsAda(page);
  expect((await lab.state()).families).toHaveLength(1);
  for (const [control, view] of [
    // Switches and settings are the lab panel's own, and looked at there.
    ["Presets", "Families"],
    ["Attacker", "Backend"],
  ] as const) {
    await tab(page, control).click();
    await tab(page, view).click();
    await expectAccessibleInBothThemes(page);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
});

test("no setting's text is cut where there is room for two columns", async ({ page }) => {
  await openPlayground(page);
  await tab(page, "Settings").click();
  await expectWholeTexts(page);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("nothing of it scrolls sideways", async ({ page, lab }) => {
    await openPlayground(page, "?grace=99&accessTtl=600");
    await signInAsAda(page);
    expect((await lab.state()).families).toHaveLength(1);
    for (const name of ["Presets", "Variants", "Settings", "Attacker", "Families", "Backend"]) {
      await tab(page, name).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBe(360);
    }
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it would be, and leads to the lessons", async ({ page, expectFailures }) => {
    // The browser's own word for a script that it was told not to fetch.
    expectFailures(/^failed GET \S+\.js csp$/);
    await page.goto("/playground");
    await expect(page.getByText("The playground needs JavaScript.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Start the playground" })).toBeHidden();
    await expect(page.locator('main a[href="/lessons/refresh-rotation"]')).toBeVisible();
  });
});
