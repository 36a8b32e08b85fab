import { execa } from "execa";
import { hydrated } from "../fixtures/hydrated";
import { expect, test } from "../fixtures/test";

/** An attack is a dozen requests, with a sign-in or two among them. */
const patient = { timeout: 20_000 };

const lesson = "/lessons/server-action-protection";

test("an attack is shown with its request, its whole answer, and what is left", async ({ lab, page }) => {
  await lab.chooseVariant("server-action-protection", "open");
  await page.goto(lesson);
  const panel = page.getByRole("region", { name: "The attacker" });
  const send = panel.getByRole("button", { name: "Send it" });
  await hydrated(send);
  await send.click();
  await expect(panel.locator("[data-verdict=done]")).toContainText("“A bug, found” is gone.", patient);
  await expect(panel.getByRole("group", { name: "The whole answer" })).toContainText('1:{"ok":true}');
  await expect(panel.locator("[data-note=note-grace-1] del")).toBeVisible();
  expect((await lab.state()).notes.map(({ id }) => id)).not.toContain("note-grace-1");

  await lab.chooseVariant("server-action-protection", "guarded");
  await panel.getByRole("radio", { name: "Call deleteNotes, which no page uses" }).check();
  await send.click();
  await expect(panel.locator("[data-verdict=held]")).toBeVisible(patient);
  await expect(panel.getByRole("group", { name: "The whole answer" })).toContainText('"error":"signed-out"');
});

test("the request works when it is pasted into a terminal", async ({ lab, page }) => {
  await lab.chooseVariant("server-action-protection", "open");
  const answer = await page.request.post("/api/lab/attack", { data: { attack: "without-javascript" } });
  const first: { curl: string; changes: string[] } = await answer.json();
  expect(first.changes).toEqual(["“A bug, found” is gone."]);
  await lab.reset();
  await execa("sh", ["-c", first.curl]);
  expect((await lab.state()).notes.map(({ id }) => id)).not.toContain("note-grace-1");
});

test("every listed attack is held by the guarded actions", async ({ lab, page }) => {
  test.slow();
  await page.goto(lesson);
  const names = await page
    .getByRole("region", { name: "The attacker" })
    .getByRole("radio")
    .evaluateAll((radios) => radios.map((radio) => radio.getAttribute("value") ?? ""));
  expect(names.length).toBeGreaterThan(10);
  for (const attack of names.filter((name) => name !== "from-here")) {
    const answer = await page.request.post("/api/lab/attack", { data: { attack } });
    expect(answer.status(), attack).toBe(200);
    const { changes } = await answer.json();
    expect(changes, attack).toEqual([]);
  }
  expect((await lab.state()).notes).toHaveLength(7);
});

test("the attacker stays in the caller's lab, and sends nothing but what is listed", async ({
  page,
  request,
}) => {
  const outside = await request.post("/api/lab/attack", { data: { attack: "nobody" } });
  expect([outside.status(), (await outside.json()).error]).toEqual([400, "lab_required"]);

  await page.request.post("/api/lab");
  const send = (data: unknown, headers = {}) => page.request.post("/api/lab/attack", { data, headers });
  const cases = [
    [await send({ attack: "nobody" }, { Origin: "https://attacker.example" }), 403, "cross_site"],
    [await send({ attack: "https://attacker.example" }), 400, "unknown_attack"],
    [await send({ attack: "nobody", path: "https://attacker.example/" }), 200, undefined],
    [await send("{"), 400, "invalid_request"],
    [await send({ attack: "n".repeat(20_000) }), 413, "too_large"],
  ] as const;
  for (const [answer, status, error] of cases) {
    expect([answer.status(), (await answer.json()).error]).toEqual([status, error]);
  }
});

test("a learner who is signed in attacks from the browser itself", async ({ lab, page, context }) => {
  await lab.chooseVariant("server-action-protection", "signed-in");
  await page.goto(lesson);
  const panel = page.getByRole("region", { name: "The attacker" });
  const send = panel.getByRole("button", { name: "Send it" });
  await hydrated(send);
  await panel.getByRole("radio", { name: "Delete a note that is not yours, by fetch" }).check();
  await send.click();
  await expect(panel.getByRole("alert")).toContainText("Sign in in the lab");

  const csrf = await (await context.request.get("/api/auth/csrf")).json();
  const form = {
    email: "linus@example.com",
    password: "just-for-fun",
    csrfToken: csrf.csrfToken,
    callbackUrl: "/notes",
    json: "true",
  };
  await context.request.post("/api/auth/callback/credentials", { form });
  await send.click();
  await expect(panel.locator("[data-verdict=done]")).toContainText("“Note G” is gone.", patient);
});
