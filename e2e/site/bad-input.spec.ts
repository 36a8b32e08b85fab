import type { APIResponse } from "@playwright/test";
import { hydrated } from "../fixtures/hydrated";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";
import { labSchema } from "../fixtures/wire";

async function refusal(answer: APIResponse) {
  const { error } = await answer.json();
  return { status: answer.status(), error };
}

test("a lab cookie that names no lab gets a new one, says so until it was read, and keeps the chosen variants", async ({
  context,
  lab,
}) => {
  await lab.chooseVariant("credentials-provider", "as-posted");
  const cookie = (await context.cookies()).find(({ name }) => name.endsWith("silent-refresh.lab"));
  if (!cookie) throw new Error("the lab has no cookie");
  await context.addCookies([{ ...cookie, value: "A".repeat(22) }]);

  const renewed = labSchema.parse(await (await context.request.post("/api/lab")).json());
  expect(renewed.notice).toBe("unknown");
  expect(renewed.id).not.toBe(lab.id);
  expect(renewed.variants["credentials-provider"]).toBe("as-posted");

  const kept = labSchema.parse(await (await context.request.post("/api/lab")).json());
  expect(kept).toMatchObject({ id: renewed.id, notice: "unknown" });
  expect((await context.request.delete("/api/lab/notice")).status()).toBe(204);
  const read = labSchema.parse(await (await context.request.post("/api/lab")).json());
  expect(read).toMatchObject({ id: renewed.id, notice: null });
});

for (const value of ["", "x", "../../etc/passwd", "%00", "A".repeat(5000)]) {
  test(`a lab cookie of ${value.slice(0, 20) || "nothing"} makes a new lab`, async ({ request, baseURL }) => {
    const headers = { cookie: `silent-refresh.lab=${value}` };
    const answer = await request.post(`${baseURL}/api/lab`, { headers });
    expect(answer.status()).toBe(200);
    expect(labSchema.parse(await answer.json()).id).not.toBe(value);
  });
}

test("an unknown variant or lesson is refused by its code, and changes nothing", async ({ context, lab }) => {
  await lab.chooseVariant("credentials-provider", "checked");
  for (const variants of [{ "credentials-provider": "nonsense" }, { nowhere: "checked" }]) {
    const answer = await context.request.patch("/api/lab", { data: { variants } });
    expect(await refusal(answer)).toEqual({ status: 400, error: "invalid_variant" });
  }
  const { variants } = labSchema.parse(await (await context.request.get("/api/lab")).json());
  expect(variants["credentials-provider"]).toBe("checked");
});

for (const address of ["/api/lab", "/mock-backend/lab/settings"]) {
  test(`${address} refuses malformed JSON and a body that is too large, by their codes`, async ({
    context,
    lab,
  }) => {
    expect(lab.id).toBeTruthy();
    const headers = { "content-type": "application/json" };
    const malformed = await context.request.patch(address, { headers, data: Buffer.from("{nope") });
    expect((await refusal(malformed)).status).toBe(400);
    const large = await context.request.patch(address, { headers, data: Buffer.alloc(17 * 1024, "a") });
    expect((await refusal(large)).status).toBe(413);
  });
}

test("unknown and wrong settings are named, all of them, and none is taken", async ({ context, lab }) => {
  const before = (await lab.state()).settings;
  const data = { accessTtl: 0, latencyMs: 10_001, grace: "ten", speed: 11, rotation: false };
  const answer = await context.request.patch("/mock-backend/lab/settings", { data });
  expect(answer.status()).toBe(400);
  const text = await answer.text();
  for (const field of ["accessTtl", "latencyMs", "grace", "speed"]) expect(text).toContain(field);
  expect((await lab.state()).settings).toEqual(before);
});

test("a foreign page changes nothing in a lab", async ({ context, lab }) => {
  const headers = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
  const data = { variants: { "credentials-provider": "as-posted" } };
  expect((await context.request.patch("/api/lab", { headers, data })).status()).toBe(403);
  expect((await context.request.post("/mock-backend/lab/reset", { headers })).status()).toBe(403);
  expect((await lab.events()).some((event) => event.name === "lab.reset")).toBe(false);
});

test("an unknown sign-in error never becomes a sentence of the page", async ({ page }) => {
  await page.goto("/signin?error=%3Cb%3ECall%20555-0100%20now%3C%2Fb%3E");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Sign-in failed");
  await expect(page.getByText("555-0100")).toHaveCount(0);
});

for (const callbackUrl of ["https://elsewhere.example", "//elsewhere.example", "javascript:alert(1)"]) {
  test(`sign-in does not lead on to ${callbackUrl}`, async ({ page }) => {
    await page.goto(`/signin?callbackUrl=${encodeURIComponent(callbackUrl)}`);
    const password = page.getByLabel("Password");
    await hydrated(password);
    await page.getByLabel("Email").fill(seededUsers.ada.email);
    await password.fill(seededUsers.ada.password);
    await password.press("Enter");
    await expect(page.getByRole("heading", { name: "My notes" })).toBeVisible();
  });
}
