import { type Locator, type Page, request } from "@playwright/test";
import { parse } from "../fixtures/answer";
import { hydrated } from "../fixtures/hydrated";
import { startLab } from "../fixtures/start-lab";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";
import { expectWholeTexts } from "../fixtures/whole-texts";
import { tokenAnswerSchema } from "../fixtures/wire";

const lesson = "/lessons/refresh-rotation";
const patient = { timeout: 20_000 };
const appFrame = 'iframe[title="The notes app under study"]';
const renewed = "This browser’s cookies no longer named the lab that this page had shown";

async function openLab(page: Page, path = lesson): Promise<void> {
  await page.goto(path);
  await startLab(page);
  await expect(page.getByRole("button", { name: "Sign in as Ada" })).toBeVisible(patient);
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign in as Ada" }).click();
  await expect(page.getByRole("button", { name: "Open my notes" })).toBeVisible(patient);
  await expect(page.frameLocator(appFrame).getByRole("heading", { name: "My notes" })).toBeVisible(patient);
}

test("after being offline the app comes back into its frame", async ({ context, expectFailures, page }) => {
  expectFailures(/ERR_INTERNET_DISCONNECTED/);
  await openLab(page);
  await signIn(page);
  const notes = page.frameLocator(appFrame).getByRole("heading", { name: "My notes" });
  const app = page.getByRole("region", { name: "The app under study" });
  for (const way of ["Open my notes", "Reload the app"]) {
    await context.setOffline(true);
    await page.getByRole("button", { name: "Reload the app" }).click();
    await expect(app).toContainText("This page did not load.");
    await context.setOffline(false);
    await page.getByRole("button", { name: way }).click();
    await expect(notes).toBeVisible(patient);
    await expect(app).toContainText("/notes");
  }
});

/** Each kind of press, and how one sees that it was carried out. */
const presses: Record<string, (page: Page) => Promise<void>> = {
  "a sign-in": async (page) => {
    await page.getByRole("button", { name: "Sign in as Ada" }).click();
    await expect(page.getByRole("heading", { name: /Your lab.*Ada Lovelace/ })).toBeVisible(patient);
  },
  "a move of the clock": async (page) => {
    await page.getByRole("button", { name: "+15 min" }).click();
    await expect(page.locator("summary").filter({ hasText: "Lab clock + 15 min" })).toBeVisible(patient);
  },
  "a setting": async (page) => {
    await page.getByLabel("Access token lives").selectOption({ label: "8 s" });
    await expect(page.getByRole("status").filter({ hasText: "15 min → 8 s" })).toBeVisible(patient);
    await expect(page.getByLabel("Access token lives")).toHaveValue("8");
  },
  "a variant": async (page) => {
    await page.getByRole("radio", { name: "token-store" }).check({ force: true });
    await expect(
      page.locator("summary").filter({ hasText: "refresh-rotation now runs token-store" }),
    ).toBeVisible(patient);
    await expect(page.getByRole("radio", { name: "token-store" })).toBeChecked();
  },
  "a scenario": async (page) => {
    const panel = page.getByRole("region", { name: "Scenarios" });
    await panel.getByRole("button", { name: "lifetimes shortened while signed in" }).click();
    await expect(panel.getByRole("status")).toContainText(": survived.", patient);
  },
};

for (const [kind, press] of Object.entries(presses)) {
  test(`with the cookies cleared, ${kind} is carried out in a new lab, and that is said`, async ({
    context,
    expectFailures,
    page,
  }) => {
    expectFailures(/^400 \w+ \S+\/mock-backend\//);
    await openLab(page);
    await page.getByRole("button", { name: "Settings", exact: true }).click();
    await expect(page.getByRole("region", { name: "Scenarios" })).toBeVisible(patient);
    await context.clearCookies();
    await press(page);
    await expect(page.getByText(renewed)).toBeVisible(patient);
  });
}

/** Holds every answer to the lab back, from now on. @returns what lets them go */
async function holdAnswers(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  for (const pattern of ["**/mock-backend/lab/{clock,settings,reset}", "**/api/lab", "**/notes"]) {
    await page.route(pattern, async (route) => {
      await released;
      await route.continue();
    });
  }
  return release;
}

test("every control shows that a press was taken, before there is an answer", async ({ page }) => {
  await openLab(page);
  await signIn(page);
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  const controls: [string, Locator, (control: Locator) => Promise<unknown>][] = [
    ["the clock", page.getByRole("button", { name: "+1 min" }), (button) => button.click()],
    ["expiry", page.getByRole("button", { name: "Expire the access token" }), (button) => button.click()],
    ["the app", page.getByRole("button", { name: "Open my notes" }), (button) => button.click()],
    ["a select", page.getByLabel("Grace window"), (select) => select.selectOption({ label: "10 s" })],
    ["a switch", page.getByLabel("Rotation"), (box) => box.click()],
    [
      "a variant",
      page.getByRole("radio", { name: "token-store" }),
      (radio) => radio.check({ force: true, timeout: 1_000 }),
    ],
    ["a reset", page.getByRole("button", { name: "Reset the lab" }), (button) => button.click()],
  ];
  for (const [what, control, press] of controls) {
    const release = await holdAnswers(page);
    await press(control);
    await expect(control, what).toHaveAttribute("aria-busy", "true", { timeout: 1_000 });
    release();
    await expect(control, what).not.toHaveAttribute("aria-busy", { ...patient });
    await page.unrouteAll({ behavior: "wait" });
  }
  expect(controls).toHaveLength(7);
});

test("with a backend that takes 1.5 s, a sign-in shows at once that it was taken, and so does a scenario", async ({
  lab,
  page,
}) => {
  await openLab(page);
  await lab.settings({ latencyMs: 1_500 });
  const ada = page.getByRole("button", { name: "Sign in as Ada" });
  const answered = page.waitForResponse("**/api/auth/callback/credentials").then(() => "answered");
  await ada.click();
  const taken = async () => {
    await expect(ada).toHaveAttribute("aria-busy", "true", { timeout: 1_000 });
    return "taken";
  };
  expect(await Promise.race([answered, taken()])).toBe("taken");
  await expect(page.getByRole("status").filter({ hasText: "Signing in as Ada…" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Open my notes" })).toBeVisible(patient);
  const scenario = page.getByRole("button", {
    name: "back at an open tab after the access token has expired",
  });
  await scenario.click();
  await expect(scenario).toHaveAttribute("aria-busy", "true", { timeout: 1_000 });
});

for (const width of [360, 1440]) {
  for (const path of [lesson, "/playground"]) {
    test(`every select of ${path} shows its longest option whole, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      if (path === lesson) {
        await startLab(page);
        await page.getByRole("button", { name: "Settings", exact: true }).click();
      } else {
        const start = page.getByRole("button", { name: "Start the playground" });
        await hydrated(start);
        await start.click();
        await page.getByRole("tab", { name: "Settings" }).click(patient);
      }
      const selects = page.locator("select");
      await expect(selects).toHaveCount(7, patient);
      await expectWholeTexts(page);
      // A longer option, as one that is added later: the field grows, and nothing runs out of the page.
      await selects.evaluateAll((all) => {
        for (const select of all) select.append(new Option("a".repeat(30)));
      });
      const outside = await selects.evaluateAll(
        (all) =>
          all.filter((select) => {
            const row = select.parentElement?.getBoundingClientRect();
            const { right, width: own } = select.getBoundingClientRect();
            return row === undefined || right > row.right + 1 || own < 200;
          }).length,
      );
      expect(outside).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
}

test("a curl from a terminal is drawn as a terminal's, and what the browser holds stays what it was", async ({
  baseURL,
  context,
  lab,
  page,
}) => {
  await openLab(page);
  await signIn(page);
  const held = (await lab.state()).holders;
  const after = await lab.lastSeq();
  const cookies = (await context.cookies()).filter(({ name }) => /\.(lab|variants)$/.test(name));
  const curl = await request.newContext({
    ...(baseURL !== undefined && { baseURL }),
    userAgent: "curl/8.5.0",
    storageState: { cookies, origins: [] },
  });
  await curl.get("/mock-backend/v1/notes");
  await curl.get("/notes");
  await curl.dispose();
  const rows = page.locator("summary");
  await expect(rows.filter({ hasText: "Terminal: GET /v1/notes" })).toBeVisible(patient);
  await expect(rows.filter({ hasText: "Terminal: GET /notes" })).toBeVisible(patient);
  const senders = (await lab.events(after)).filter(({ type }) => type === "request").map(({ from }) => from);
  expect(senders.filter((from) => from === "terminal").length).toBeGreaterThanOrEqual(2);
  expect((await lab.state()).holders.browser).toEqual(held.browser);
});

test("a failed sign-in is said in the same words by the lab's button and by the app's form", async ({
  expectFailures,
  lab,
  page,
}) => {
  expectFailures(/^(401|503) /, /^failed \w+ \S+\/api\/auth\//, /console error/);
  const said = page.locator("#lab").getByText(/\. /);
  const arrange: Record<string, { before(): Promise<unknown>; words: RegExp }> = {
    outage: { before: () => lab.fault("outage"), words: /Sign-in is not available right now/ },
    "a lock-out": {
      before: async () => {
        await lab.fault("none");
        await lab.lockOut(seededUsers.ada.email);
      },
      words: /Too many tries/,
    },
    "an app that is away": {
      before: () => page.route("**/api/auth/csrf", (route) => route.abort()),
      words: /The app could not be reached/,
    },
  };
  for (const [what, { before, words }] of Object.entries(arrange)) {
    await page.unrouteAll();
    await page.goto(lesson);
    if (what === "outage") await startLab(page);
    await expect(page.getByRole("button", { name: "Sign in as Ada" })).toBeVisible(patient);
    await before();
    await page.getByRole("button", { name: "Sign in as Ada" }).click();
    await expect(said.filter({ hasText: words }), what).toBeVisible(patient);

    await page.goto("/signin");
    await page.getByRole("button", { name: /^Ada/ }).click();
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: words }), what).toBeVisible(patient);
  }
});

test("a token's mark holds its name, with one digit, two and three", async ({ lab, page, visitor }) => {
  test.setTimeout(120_000);
  await visitor.signInByRequest(seededUsers.ada);
  let { refreshToken } = await lab.tokens();
  for (let generation = 2; generation <= 101; generation += 1) {
    const data = { refresh_token: refreshToken };
    const headers = { "X-Lab-Actor": "next" };
    const answer = await lab.request.post("/mock-backend/v1/auth/refresh", { data, headers });
    refreshToken = (await parse(answer, tokenAnswerSchema)).refresh_token;
    if (![9, 12, 101].includes(generation)) continue;
    await page.goto(lesson);
    if (generation === 9) await startLab(page);
    const newest = page.locator(`#lab [data-token="R${generation}"]`).filter({ visible: true });
    await expect(newest.first()).toBeVisible(patient);
    const marks = page.locator("#lab [data-token]:has([data-shape])");
    const outside = await marks.evaluateAll((all) =>
      all.flatMap((mark) => {
        const shape = mark.querySelector("[data-shape]");
        const name = mark.querySelector("[data-digits]");
        if (shape === null || name === null) return [`${mark.textContent} has no name`];
        if (name.getClientRects().length === 0) return [];
        const [outer, text] = [shape.getBoundingClientRect(), name.getBoundingClientRect()];
        const [x, y] = [text.width / 2 / (outer.width / 2), text.height / 2 / (outer.height / 2)];
        const kind = shape.getAttribute("data-shape");
        // By the shape's own measure of distance, 1 is its edge: a name keeps off it.
        const reach = kind === "refresh" ? x + y : kind === "access" ? Math.hypot(x, y) : Math.max(x, y);
        const fits = reach <= 0.95;
        return fits ? [] : [`${name.textContent}: ${x.toFixed(2)}, ${y.toFixed(2)}`];
      }),
    );
    expect(outside).toEqual([]);
    expect(await marks.count()).toBeGreaterThan(3);
  }
});
