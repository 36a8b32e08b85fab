import type { Page, Request } from "@playwright/test";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { expectAccessibleInBothThemes } from "../fixtures/axe";
import { hydrated } from "../fixtures/hydrated";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

async function signedToken(header: object = {}, claims: object = {}) {
  const { privateKey, publicKey } = await generateKeyPair("ES256");
  const token = await new SignJWT({ iss: "https://issuer.example", aud: "api", exp: inAnHour(), ...claims })
    .setProtectedHeader({ alg: "ES256", kid: "key-1", typ: "at+jwt", ...header })
    .sign(privateKey);
  return { token, jwk: { ...(await exportJWK(publicKey)), kid: "key-1" } };
}

async function open(page: Page): Promise<void> {
  await page.goto("/inspector");
  await hydrated(page.getByLabel("Token", { exact: true }));
}

/** A browser that is known to have a lab starts it by itself. */
function startsItsLab(page: Page) {
  return page.addInitScript(() => localStorage.setItem("silent-refresh.has-lab", "1"));
}

/** The page, as somebody with a token in the clipboard meets it. */
async function paste(page: Page, token: string): Promise<void> {
  await page.getByLabel("Token", { exact: true }).fill(token);
}

const findings = (page: Page) =>
  page.locator("[data-finding]").evaluateAll((all) => all.map((each) => each.getAttribute("data-finding")));
const verdict = (page: Page) => page.locator("[data-verdict]");

test("a token is read in words, verified with a pasted key, and its change is noticed", async ({ page }) => {
  const { token, jwk } = await signedToken();
  await open(page);
  await paste(page, token);
  await expect(page.getByText("A signed token, in three parts")).toBeVisible();
  await expect(page.getByText(/in 59 min/)).toBeVisible();
  expect(await findings(page)).toEqual(["sub-missing", "client-id-missing", "iat-missing", "jti-missing"]);
  const source = page.locator('[data-finding="jti-missing"] a');
  await expect(source).toHaveAttribute("href", "https://www.rfc-editor.org/rfc/rfc9068#section-2.2");

  await page.getByLabel("With a key I paste").check();
  await page.getByLabel("Key", { exact: true }).fill(JSON.stringify(jwk));
  await expect(verdict(page)).toHaveAttribute("data-verdict", "valid");
  await expect(page.getByRole("status")).toContainText("Valid.");

  const [header, , signature] = token.split(".");
  await paste(page, `${header}.${part({ sub: "user-ada", exp: inAnHour() })}.${signature}`);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "bad-signature");
  await paste(page, `${token}\n`);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "valid");
  expect(await findings(page)).toContain("space-around");
});

test("nothing that is pasted is sent anywhere, and no address in it is fetched", async ({
  page,
  app,
  lab,
}) => {
  expect(lab.id).toBeTruthy();
  await app.signInByRequest(seededUsers.grace);
  const { token, jwk } = await signedToken({
    jku: "https://attacker.example/jwks.json",
    x5u: "https://attacker.example/cert.pem",
  });
  await startsItsLab(page);
  await open(page);
  await page.waitForLoadState("networkidle");

  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  const sent = () => requests.map((request) => `${request.method()} ${new URL(request.url()).pathname}`);
  await paste(page, token);
  await expect(page.locator('[data-finding="key-address-in-header"]')).toContainText("not fetched");
  await page.getByLabel("With a key I paste").check();
  await page.getByLabel("Key", { exact: true }).fill(JSON.stringify(jwk));
  await expect(verdict(page)).toHaveAttribute("data-verdict", "valid");
  await page.getByLabel("A time I give").check();
  await page.getByLabel("The time, in this device’s time zone").fill("2040-01-01T00:00:00");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "expired");
  expect(sent(), "requests without being asked").toEqual([]);

  await page.getByLabel("With my lab’s keys").check();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "unknown-key");
  expect(sent(), "requests when the lab's keys are asked for").toEqual([
    "GET /mock-backend/.well-known/jwks.json",
  ]);
  const texts = requests.map(
    (request) => `${request.url()} ${JSON.stringify(request.headers())} ${request.postData()}`,
  );
  for (const piece of token.split(".")) expect(texts.join()).not.toContain(piece.slice(0, 12));
});

test("a token that a link brings behind the # stays out of requests and out of the address", async ({
  page,
}) => {
  const { token } = await signedToken();
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url() + JSON.stringify(request.headers())));
  await page.goto(`/inspector#token=${token}`);
  await expect(page.getByText("A signed token, in three parts")).toBeVisible();
  await expect(page).toHaveURL(/\/inspector$/);
  // Playwright reports the address as it was typed; a browser sends it without what follows the #.
  const beyond = urls.map((url) => url.split("#")[0]);
  expect(beyond.join()).not.toContain(token.slice(0, 12));
});

test("the lab's own tokens: the access token verifies on the lab's clock, the cookie is encrypted, the refresh token opaque", async ({
  page,
  app,
  lab,
}) => {
  await app.signInByRequest(seededUsers.grace);
  await lab.advance(30);
  await startsItsLab(page);
  await open(page);
  await page.getByRole("button", { name: "My access token" }).click();
  await expect(page.getByLabel("My lab’s", { exact: true })).toBeChecked();
  await page.getByLabel("With my lab’s keys").check();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "valid");
  await expect(page.locator("[data-finding]")).toHaveCount(0);

  await page.getByText("Expect an issuer, an audience or a type").click();
  await page.getByLabel("Audience").fill("https://other.example");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "wrong-audience");
  await page.getByLabel("Audience").fill("https://api.silent-refresh.example");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "valid");
  await lab.advance(16 * 60);
  await page.getByLabel("This device’s").check();
  await page.getByLabel("My lab’s", { exact: true }).check();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "expired");

  await page.getByRole("button", { name: "My session cookie" }).click();
  await expect(page.getByText("An encrypted token, in five parts")).toBeVisible();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "encrypted");
  expect(await findings(page)).toContain("session-cookie");

  await page.getByRole("button", { name: "My refresh token" }).click();
  await expect(page.locator('[data-finding="opaque"]')).toContainText("no dots");
});

const area = (page: Page) => page.getByLabel("Token", { exact: true });

test("each token of the lab panel arrives from its card with what it was there, and its dates on the lab's clock", async ({
  page,
  app,
  lab,
}) => {
  await app.signInByRequest(seededUsers.grace);
  await lab.advance(30);
  await startsItsLab(page);
  const { session, accessToken, refreshToken } = await lab.tokens();
  const cards = [
    [/session cookie 1/, session?.raw, "This device’s"],
    [/access token 1/, accessToken, "My lab’s"],
    [/refresh token 1/, refreshToken, "This device’s"],
  ] as const;
  let followed = 0;
  for (const [bar, token, clock] of cards) {
    for (const link of ["Take it apart in the inspector", "Open it in the inspector"]) {
      await openCard(page, bar);
      await page.getByRole("link", { name: link }).click();
      await expect(area(page), `${bar} ${link}`).toHaveValue(token ?? "");
      await expect(page).toHaveURL(/\/inspector$/);
      if (link.startsWith("Take")) await expect(page.getByLabel(clock, { exact: true })).toBeChecked();
      followed += 1;
    }
  }
  expect(followed).toBe(6);
});

/** The lab of a lesson, with one token's card open. */
async function openCard(page: Page, bar: RegExp): Promise<void> {
  await page.goto("/lessons/start");
  const panel = page.getByRole("complementary", { name: "Lab" });
  await panel.getByRole("button", { name: bar, expanded: false }).click();
  const card = panel.getByRole("link", { name: "Take it apart in the inspector" });
  await expect(card).toHaveCount(1);
  for (const summary of await panel.locator("details:has(a[href*=inspector]) > summary").all()) {
    await summary.click();
  }
}

test("a link that is followed on the page itself brings its token, too", async ({ page }) => {
  const { token } = await signedToken();
  await open(page);
  await page.evaluate((text) => location.assign(`/inspector#token=${text}`), token);
  await expect(area(page)).toHaveValue(token);
  await expect(page).toHaveURL(/\/inspector$/);
});

test("a pasted Cookie header is taken apart, its chunks are joined, and each value is explained", async ({
  page,
  app,
  lab,
}) => {
  await app.signInByRequest(seededUsers.grace);
  const raw = (await lab.tokens()).session?.raw ?? "";
  const [head, tail] = [raw.slice(0, 200), raw.slice(200)];
  const { token } = await signedToken();
  await open(page);
  await paste(
    page,
    `Cookie: theme=dark; next-auth.callback-url=http%3A%2F%2Flocalhost%3A3000; next-auth.session-token.1=${tail}; next-auth.session-token.0=${head}; api=${token}; gone=null`,
  );
  const rows = page.locator("[data-cookie]");
  await expect(rows).toHaveCount(5);
  const row = (name: string) => page.locator(`[data-cookie="${name}"]`);
  await row("next-auth.session-token").click();
  await expect(row("next-auth.session-token")).toContainText("Joined from 2 pieces.");
  await expect(page.getByText("An encrypted token, in five parts", { exact: true })).toBeVisible();
  expect(await findings(page)).toContain("session-cookie");
  await row("api").click();
  await expect(page.getByText("A signed token, in three parts", { exact: true })).toBeVisible();
  await row("gone").click();
  await expect(page.locator("[data-finding=no-token]")).toContainText("JSON’s null");
  await row("next-auth.callback-url").click();
  await expect(page.locator("pre")).toHaveText("http://localhost:3000");
  await expect(row("next-auth.callback-url")).toContainText("Percent-encoding undone.");

  await paste(page, `Set-Cookie: a=${token}; Path=/; HttpOnly`);
  await expect(rows).toHaveCount(1);
  await expect(row("a")).toContainText("Path=/; HttpOnly.");
  await expect(page.getByText("A signed token, in three parts", { exact: true })).toBeVisible();
  await paste(page, "name=value; other=1");
  await expect(rows).toHaveCount(2);
  await paste(page, token);
  await expect(rows).toHaveCount(0);
});

test("without a lab or a session, it says what to do", async ({ page, lab }) => {
  expect(lab.id).toBeTruthy();
  await open(page);
  await page.getByRole("button", { name: "My access token" }).click();
  await expect(page.getByText("This browser has no lab yet.")).toBeVisible();
  await page.evaluate(() => localStorage.setItem("silent-refresh.has-lab", "1"));
  await page.getByRole("button", { name: "My access token" }).click();
  await expect(page.getByText("You are not signed in")).toBeVisible();
});

test("whatever is pasted, it explains and does not fail", async ({ page }) => {
  const { token } = await signedToken();
  await open(page);
  await page.getByLabel("With a key I paste").check();
  await page.getByLabel("Key", { exact: true }).fill("a shared secret that is long enough to be one");
  const cases = [
    [token.slice(0, -20), "impossible-length|signature-length", "malformed|wrong-algorithm"],
    [token.split(".").slice(0, 2).join("."), "wrong-segment-count", "malformed"],
    [token.replace(".", ". "), "illegal-character", "malformed"],
    [`${part({ alg: "none" })}.${part({})}.`, "alg-none", "unsigned"],
    ["not a token", "opaque", "malformed"],
    ["💥.💥.💥", "illegal-character", "malformed"],
    ["{}", "json-serialization", "malformed"],
    ["null", "no-token", "malformed"],
    [`${part({ alg: "HS256" })}.${"W1tb".repeat(9_000)}.AAAA`, "too-deep", "malformed"],
    ["eyJ".repeat(40_000), "oversized", "oversized"],
  ] as const;
  for (const [text, code, reason] of cases) {
    await paste(page, text);
    await expect(verdict(page), text.slice(0, 40)).toHaveAttribute(
      "data-verdict",
      new RegExp(`^(${reason})$`),
    );
    expect(
      (await findings(page)).some((found) => new RegExp(`^(${code})$`).test(found ?? "")),
      text.slice(0, 40),
    ).toBe(true);
  }
});

test("without JavaScript it explains what it knows, and offers no tool", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/inspector");
  await expect(page.getByText("The inspector itself needs JavaScript")).toBeVisible();
  await expect(page.getByLabel("Token", { exact: true })).toBeHidden();
  await expect(page.locator('[data-rule="non-canonical"]')).toBeVisible();
  await expect(page.locator('[data-refusal="bad-signature"]')).toBeVisible();
  await context.close();
});

test.describe("on a phone, in both themes", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("with a token in it, axe finds nothing, and nothing scrolls sideways at 360 px", async ({ page }) => {
    const { token } = await signedToken({ kid: "../keys", jku: "https://attacker.example" });
    await open(page);
    await paste(page, `${token}=`);
    await page.getByLabel("With a key I paste").check();
    await page.getByLabel("Key", { exact: true }).fill("secret");
    await expect(verdict(page)).toHaveAttribute("data-verdict", "malformed");
    await expectAccessibleInBothThemes(page);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBeLessThanOrEqual(0);
  });
});

test("a date beyond any calendar is said to be one, and takes nothing down", async ({ page }) => {
  const { token } = await signedToken({}, { exp: 1.7e15, iat: 1e300 });
  await open(page);
  await paste(page, token);
  await expect(page.getByText("(beyond any calendar)")).toHaveCount(2);
  await expect(page.getByText("A signed token, in three parts")).toBeVisible();
});

const primes = Array.from({ length: 9_998 }, (_, at) => at + 2).filter((n) => {
  for (let factor = 2; factor * factor <= n; factor += 1) if (n % factor === 0) return false;
  return true;
});

/** 1 modulo the product of the first 126 primes, as 65537 to the power of nothing is: what ROCA is told by. */
function rocaModulus(): string {
  const product = primes.filter((prime) => prime < 702).reduce((all, prime) => all * BigInt(prime), 1n);
  let modulus = ((1n << 2_047n) / product + 1n) * product + 1n;
  while (primes.some((prime) => modulus % BigInt(prime) === 0n)) modulus += product;
  return Buffer.from(modulus.toString(16), "hex").toString("base64url");
}

test("a key with which anybody can sign is refused, and the page says why and where it is written", async ({
  page,
}) => {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const token = await new SignJWT({}).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
  const jwk = await exportJWK(publicKey);
  await open(page);
  await paste(page, token);
  await page.getByLabel("With a key I paste").check();
  const pasteKey = (key: object) => page.getByLabel("Key", { exact: true }).fill(JSON.stringify(key));
  for (const [key, reason, href] of [
    [{ ...jwk, e: "AQ" }, "bad-exponent", "https://www.rfc-editor.org/rfc/rfc8017#section-3.1"],
    [{ ...jwk, n: rocaModulus() }, "roca-key", "https://www.cve.org/CVERecord?id=CVE-2017-15361"],
  ] as const) {
    await pasteKey(key);
    await expect(verdict(page)).toHaveAttribute("data-verdict", reason);
    await expect(verdict(page).getByRole("link")).toHaveAttribute("href", href);
  }
  await pasteKey({
    keys: [
      { ...jwk, kid: "a" },
      { ...(await exportJWK(privateKey)), kid: "a" },
    ],
  });
  await expect(verdict(page)).toHaveAttribute("data-verdict", "valid");
  const reading = page.locator("[data-key=jwks]");
  await expect(reading).toContainText("private part");
  await expect(reading).toContainText("same kid");
});
