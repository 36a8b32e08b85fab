import { execa } from "execa";
import { expectAccessibleInBothThemes } from "../fixtures/axe";
import { hydrated } from "../fixtures/hydrated";
import { expect, test } from "../fixtures/test";

const lesson = "/lessons/access-token-anatomy";
const slug = "access-token-anatomy";
/** A forgery begins with a sign-in, whose hash is slow on purpose. */
const patient = { timeout: 20_000 };

test("a forgery is shown beside the genuine token, sent, and gives away what the verifier lets it", async ({
  page,
  lab,
  expectFailures,
}) => {
  expectFailures(/^401 GET \S+\/api\/invoices$/);
  await lab.chooseVariant(slug, "decode-only");
  await page.goto(lesson);
  const bench = page.getByRole("region", { name: "The forger" });
  const make = bench.getByRole("button", { name: "Make it", exact: true });
  await hydrated(make);
  await make.click();
  const roles = bench.locator("[data-change=changed]", { hasText: "roles" });
  await expect(roles.locator("del")).toHaveText('["member"]', patient);
  await expect(roles.locator("ins")).toHaveText('["admin"]');
  await bench.getByRole("button", { name: "Send it to decode-only" }).click();
  await expect(bench.locator("[data-presented=let-in]")).toContainText("Difference Engine", patient);
  await expect(bench.locator("[data-presented=let-in]")).toContainText("had to refuse: bad-signature");

  await lab.chooseVariant(slug, "strict");
  await bench.getByRole("button", { name: "Make it anew" }).click();
  await bench.getByRole("button", { name: "Send it to strict" }).click(patient);
  await expect(bench.locator("[data-presented=refused]")).toContainText("bad-signature", patient);
  await expect(bench.locator("[data-presented=refused]")).not.toContainText("Difference Engine");

  const link = bench.getByRole("link", { name: "Open it in the inspector" });
  await page.goto((await link.getAttribute("href")) ?? "");
  await expect(page.getByText("A signed token, in three parts")).toBeVisible();
});

/** One of each kind: their making has unit tests, and the checks send every one. */
const ofEachKind = ["genuine", "public-key-as-secret", "key-in-header", "other-audience", "twin"];

test("forgeries of every kind are made, sent and refused by the strict verifier, in the attacker's lane", async ({
  page,
  lab,
  expectFailures,
}) => {
  expectFailures(/^401 GET \S+\/api\/invoices$/);
  await page.goto(lesson);
  const bench = page.getByRole("region", { name: "The forger" });
  await hydrated(bench.getByRole("button", { name: "Make it", exact: true }));
  for (const name of ofEachKind) {
    await bench.locator(`input[value="${name}"]`).check();
    await bench.getByRole("button", { name: "Make it", exact: true }).click();
    await bench.getByRole("button", { name: "Send it to strict" }).click(patient);
    const wanted = name === "genuine" ? "accepted" : "refused";
    await expect(bench.locator("[data-presented]"), name).toHaveAttribute("data-presented", wanted, patient);
  }
  const sent = (await lab.events()).filter(({ name }) => name === "GET /api/invoices");
  expect(sent.map(({ from }) => from)).toEqual(ofEachKind.map(() => "attacker"));
});

test("the request works when it is pasted into a terminal", async ({ page, lab }) => {
  await lab.chooseVariant(slug, "decode-only");
  await page.goto(lesson);
  const bench = page.getByRole("region", { name: "The forger" });
  const make = bench.getByRole("button", { name: "Make it", exact: true });
  await hydrated(make);
  await make.click();
  const curl = await bench.getByRole("group", { name: "The request as curl" }).innerText(patient);
  const { stdout } = await execa("sh", ["-c", curl]);
  expect(stdout).toMatch(/200 OK.*Difference Engine/s);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("the bench at work has nothing that axe finds, and does not scroll sideways", async ({
    page,
    lab,
  }) => {
    await lab.chooseVariant(slug, "any-algorithm");
    await page.goto(lesson);
    const bench = page.getByRole("region", { name: "The forger" });
    await hydrated(bench.getByRole("button", { name: "Make it", exact: true }));
    await bench.locator('input[value="key-in-header"]').check();
    await bench.getByRole("button", { name: "Make it", exact: true }).click();
    await bench.getByRole("button", { name: "Send it to any-algorithm" }).click(patient);
    await expect(bench.locator("[data-presented=let-in]")).toBeVisible(patient);
    await expectAccessibleInBothThemes(page, [], 'section[aria-label="The forger"]');
    const wider = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(wider).toBeLessThanOrEqual(0);
  });
});
