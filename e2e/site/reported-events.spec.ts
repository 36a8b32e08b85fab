import { startLab } from "../fixtures/start-lab";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const DAY = 86_400;

/* What the lab says happened has to have happened: each of these was once told wrongly. */

test("a store that has forgotten a session holds nothing, and the cookie that names it is still there", async ({
  lab,
  visitor,
}) => {
  await lab.chooseVariant("refresh-rotation", "token-store");
  await visitor.signInByRequest(seededUsers.ada);
  await visitor.open();
  await lab.advance(8 * DAY);
  expect(await visitor.open()).toBe("why to sign in again");
  const { browser, next } = (await lab.state()).holders;
  expect(next).toEqual({ session: null, access: null, refresh: null });
  expect(browser.session).toBe(1);
});

test("a form without a CSRF token signs nobody in, and is recorded as refused", async ({ context, lab }) => {
  const { email, password } = seededUsers.ada;
  await context.request.post("/api/auth/callback/credentials", { form: { email, password, json: "true" } });
  const names = (await lab.events()).map(({ name, code }) => `${name} ${code ?? ""}`.trim());
  expect(names).toContain("sign-in.refused csrf");
  expect(names).not.toContain("signed-in");
});

test("a sign-out that tells no backend is not said to have told it", async ({ lab, page, visitor }) => {
  await lab.chooseVariant("signing-out", "cookie-only");
  await visitor.signInByRequest(seededUsers.ada);
  await page.goto("/notes");
  await page.getByRole("button", { name: "Sign out" }).click();
  await lab.expectEvent("signed-out");
  const said = (await lab.events()).find(({ name }) => name === "signed-out")?.text;
  expect(said).toBe("The browser signed out: the cookie is gone.");
  expect(await lab.requests("POST /v1/auth/logout")).toEqual([]);
  expect((await lab.state()).families.at(-1)?.status).toBe("active");
});

test("scenarios without rotation or reuse detection are not told by the words of those with them", async ({
  lab,
  page,
}) => {
  await lab.settings({ rotation: false });
  await page.goto("/lessons/refresh-rotation");
  await startLab(page);
  const panel = page.getByRole("region", { name: "Scenarios" });
  await expect(panel).toContainText("and without rotation", { timeout: 20_000 });
  await panel.getByRole("button", { name: "two tabs that come back at once" }).click();
  const story = panel.getByRole("status");
  await expect(story).toContainText("Without rotation no refresh token is ever spent", { timeout: 20_000 });
  await expect(story.getByRole("link")).toHaveCount(0);
});

test("a cookie that is put back, and one that an old answer brings late, are in the browser again", async ({
  lab,
  visitor,
}) => {
  await lab.chooseVariant("signing-out", "cookie-only");
  await visitor.signInByRequest(seededUsers.ada);
  const session = (await lab.tokens()).session?.raw;
  await visitor.signOutByRequest();
  expect((await lab.state()).holders.browser.refresh).toBeNull();

  const before = await lab.lastSeq();
  const put = await visitor.request.put("/api/lab/tokens", { data: { session } });
  expect(put.status()).toBe(200);
  await lab.expectEvent("cookie.written", before);
  expect((await lab.state()).holders.browser.refresh).toBe(1);

  const late = await lab.lastSeq();
  await visitor.request.get("/api/auth/session", { headers: { "X-Lab-Hold": "1" } });
  await lab.expectEvent("cookie.written", late);
});
