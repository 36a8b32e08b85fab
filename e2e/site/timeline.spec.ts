import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import type { Lab } from "../fixtures/lab";
import { Line } from "../fixtures/line";
import { startLab } from "../fixtures/start-lab";
import { expect, test } from "../fixtures/test";

const lesson = "/lessons/credentials-provider";
const JUMP = 16 * 60;

async function openLab(page: Page, origin = ""): Promise<void> {
  await page.goto(origin + lesson);
  await startLab(page);
  await expect(page.getByRole("button", { name: "Sign in as Ada" })).toBeVisible();
}

const timeline = (page: Page) => page.getByRole("region", { name: "What happened" });
const rows = (page: Page) => timeline(page).locator("[data-event]");
const seqs = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((row) => Number(row.getAttribute("data-event"))));

/** Signs in and refreshes as the app's server would, without the app: three tokens of each kind at most. */
async function tokensIn(lab: Lab): Promise<{ refresh(token: string): Promise<string>; first: string }> {
  const post = async (path: string, data: object) => {
    const headers = { "X-Lab-Actor": "next" };
    const answer = await lab.request.post(`/mock-backend${path}`, { data, headers });
    const body: { refresh_token: string } = await answer.json();
    return body.refresh_token;
  };
  const credentials = { email: "ada@example.com", password: "analytical-engine" };
  const first = await post("/v1/auth/login", credentials);
  return { first, refresh: (token) => post("/v1/auth/refresh", { refresh_token: token }) };
}

test("a clock jump is drawn as one, and says which access token it outlasted", async ({ page, lab }) => {
  await openLab(page);
  await tokensIn(lab);
  await lab.advance(JUMP);
  const jump = rows(page).filter({ hasText: "Lab clock + 16 min" });
  await expect(jump).toHaveAttribute("data-look", "jump");
  await expect(jump).toContainText("access token 1");
  await expect(jump).toContainText("expired");
});

test("after a refresh the old access token's bar stands beside the new one's until its time is up", async ({
  page,
  lab,
}) => {
  await openLab(page);
  const { first, refresh } = await tokensIn(lab);
  await lab.advance(5 * 60);
  await refresh(first);
  await lab.advance(JUMP);
  const bars = (token: string) => timeline(page).locator(`[data-part][data-token="${token}"]`);
  await expect(bars("A2").last()).toHaveAttribute("data-part", "expired");
  await expect(bars("A1").last()).toHaveAttribute("data-part", "expired");
  await expect(bars("A1").last()).toHaveAttribute("data-old", "true");
  await expect(bars("A2").first()).toHaveAttribute("data-part", "start");
});

test("a lane's name filters by actor, and the whole comes back", async ({ page, lab }) => {
  await openLab(page);
  await tokensIn(lab);
  await lab.request.get("/mock-backend/v1/notes", { headers: { "X-Lab-Actor": "attacker" } });
  await expect(rows(page).filter({ hasText: "GET /v1/notes" })).toBeVisible();
  await page.getByRole("button", { name: "Attacker", exact: true }).click();
  await expect(rows(page).filter({ hasText: "POST /v1/auth/login" })).toHaveCount(0);
  await expect(rows(page).filter({ hasText: "GET /v1/notes" })).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(rows(page).filter({ hasText: "POST /v1/auth/login" })).toBeVisible();
});

test("a token under the pointer lights up wherever it occurs, and so does one whose row has the focus", async ({
  page,
  lab,
}) => {
  await openLab(page);
  const { first, refresh } = await tokensIn(lab);
  await refresh(first);
  const framed = () =>
    page
      .locator("[data-token]:not([data-part])")
      .evaluateAll((all) =>
        all
          .filter((mark) => getComputedStyle(mark).outlineStyle === "solid")
          .map((mark) => mark.getAttribute("data-token")),
      );
  const spent = rows(page).filter({ hasText: "POST /v1/auth/refresh" });
  await spent.locator('[data-token="R1"]').hover();
  await expect.poll(async () => new Set(await framed())).toEqual(new Set(["R1"]));
  expect((await framed()).length).toBeGreaterThan(2);
  await page.mouse.move(0, 0);
  await expect.poll(framed).toEqual([]);
  await spent.focus();
  await expect.poll(async () => new Set(await framed())).toEqual(new Set(["R1"]));
});

test("the table says the same as the lanes, and is one for those who listen", async ({ page, lab }) => {
  await openLab(page);
  await tokensIn(lab);
  await lab.advance(JUMP);
  await expect(rows(page).filter({ hasText: "Lab clock + 16 min" })).toBeVisible();
  const drawn = await seqs(page);
  await page.getByRole("checkbox", { name: "As a table" }).check();
  await expect(page.getByRole("columnheader", { name: "What" })).toBeVisible();
  expect(await seqs(page)).toEqual(drawn);
  const login = page.getByRole("row").filter({ hasText: "POST /v1/auth/login" });
  await expect(login.getByRole("cell", { name: "Next server to Backend" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "access token 1 has expired" })).toBeVisible();
});

test("the timeline goes home as JSON and as a picture that a browser can read", async ({ page, lab }) => {
  await openLab(page);
  await tokensIn(lab);
  await expect(rows(page).filter({ hasText: "POST /v1/auth/login" })).toBeVisible();
  const save = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name }).click(),
    ]);
    return readFile(await download.path(), "utf8");
  };
  const { events }: { events: { seq: number }[] } = JSON.parse(await save("Save as JSON"));
  expect(events.map(({ seq }) => seq)).toEqual(await seqs(page));
  const picture = await page.evaluate(
    (text) => {
      const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
      return { root: documentElement.nodeName, rows: documentElement.querySelectorAll(":scope > g").length };
    },
    await save("Save as SVG"),
  );
  expect(picture).toEqual({ root: "svg", rows: events.length });
});

test("scrolling back stops following, and new rows move nothing", async ({ page, lab }) => {
  await openLab(page);
  for (let minutes = 0; minutes < 20; minutes += 1) await lab.advance(60);
  await expect(rows(page)).toHaveCount(21);
  const follow = page.getByRole("checkbox", { name: "Follow" });
  await expect(follow).toBeChecked();
  await rows(page).nth(4).scrollIntoViewIfNeeded();
  await rows(page).nth(4).hover();
  await expect(follow).not.toBeChecked();
  const before = await rows(page).nth(4).boundingBox();
  await lab.advance(60);
  await expect(rows(page)).toHaveCount(22);
  expect(await rows(page).nth(4).boundingBox()).toEqual(before);
});

test("after the line was cut the timeline has every event once", async ({
  page,
  lab,
  baseURL,
  expectFailures,
}) => {
  expectFailures(/^failed GET \S+ net::ERR_/);
  const line = await Line.to(baseURL ?? "");
  try {
    await openLab(page, line.origin);
    await lab.advance(60);
    await expect(rows(page)).toHaveCount(2);
    line.cut();
    await expect(page.getByText("The connection broke.")).toBeVisible();
    await lab.advance(120);
    await lab.advance(180);
    line.mend();
    await expect(rows(page).filter({ hasText: "Lab clock + 3 min" })).toBeVisible();
    await lab.advance(240);
    await expect(rows(page).filter({ hasText: "Lab clock + 4 min" })).toBeVisible();
    expect(await seqs(page)).toEqual([1, 2, 3, 4, 5]);
  } finally {
    line.close();
  }
});
