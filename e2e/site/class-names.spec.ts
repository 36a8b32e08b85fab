import type { Page } from "@playwright/test";
import { openPages, signedInPages } from "../fixtures/pages";
import { startLab } from "../fixtures/start-lab";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

/** What a template string writes of a value that is none. */
const noName = /^(undefined|null|NaN|true|false|\[object)/;

test("no page that anybody may read is served with a class that is no name", async ({ request }) => {
  expect(openPages.length).toBeGreaterThanOrEqual(18);
  for (const path of [...openPages, "/design"]) {
    const html = await (await request.get(path)).text();
    const names = [...html.matchAll(/\sclass="([^"]*)"/g)].flatMap(([, list = ""]) => list.split(/\s+/));
    expect(names.length, path).toBeGreaterThan(10);
    expect(
      names.filter((name) => noName.test(name)),
      path,
    ).toEqual([]);
  }
});

test("nor has a page such a class once its scripts have run, with a lab on it", async ({ page, app }) => {
  await app.signInByRequest(seededUsers.ada);
  await page.goto("/lessons/refresh-rotation");
  await startLab(page);
  const panel = page.getByRole("complementary", { name: "Lab" });
  for (const bar of [/session cookie 1/, /access token 1/, /refresh token 1/]) {
    await panel.getByRole("button", { name: bar, expanded: false }).click();
    await expect(panel.getByRole("link", { name: "Take it apart in the inspector" })).toBeVisible();
    expect(await wrongClasses(page)).toEqual([]);
  }
  for (const path of signedInPages) {
    await page.goto(path);
    await expect(page.locator("main")).toBeVisible();
    expect(await wrongClasses(page), path).toEqual([]);
  }
});

async function wrongClasses(page: Page): Promise<string[]> {
  const lists = await page
    .locator("[class]")
    .evaluateAll((all) => all.map((element) => element.getAttribute("class") ?? ""));
  expect(lists.length).toBeGreaterThan(5);
  return lists.filter((list) => list.split(/\s+/).some((name) => noName.test(name)));
}
