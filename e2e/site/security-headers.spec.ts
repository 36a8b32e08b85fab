import { openPages, signedInPages } from "../fixtures/pages";
import { expect, test } from "../fixtures/test";

const answers = [
  ...openPages,
  ...signedInPages,
  "/lessons/nowhere",
  "/api/lab",
  "/api/nowhere",
  "/mock-backend/lab/state",
];

for (const address of answers) {
  test(`${address} is protected`, async ({ request }) => {
    const headers = (await request.get(address, { maxRedirects: 0 })).headers();
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["permissions-policy"]).toContain("camera=()");
    // Over http the browser must not be told to come back by https.
    expect(headers).not.toHaveProperty("strict-transport-security");
    expect(headers).not.toHaveProperty("x-powered-by");

    const policy = headers["content-security-policy"];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toContain("unsafe");
  });
}

test("only the app under study may be framed, and only by the site itself", async ({ request }) => {
  const framing = async (address: string) => {
    const headers = (await request.get(address, { maxRedirects: 0 })).headers();
    return [
      /frame-ancestors ([^;]+)/.exec(headers["content-security-policy"] ?? "")?.[1],
      headers["x-frame-options"],
    ];
  };
  expect(await framing("/")).toEqual(["'none'", "DENY"]);
  expect(await framing("/notes")).toEqual(["'self'", "SAMEORIGIN"]);
});

test("a page rendered on request gets a nonce that no other answer has", async ({ request }) => {
  const nonce = async () => {
    const policy = (await request.get("/signin")).headers()["content-security-policy"] ?? "";
    return /'nonce-([^']+)'/.exec(policy)?.[1];
  };
  const [first, second] = [await nonce(), await nonce()];
  expect(first).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(second).not.toBe(first);
});

test("an inline script that is not the site's own does not run", async ({ page, expectFailures }) => {
  expectFailures(/console error: .*Content Security Policy/);
  for (const address of ["/", "/signin"]) {
    await page.goto(address);
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.documentElement.dataset.injected = 'yes'";
      document.head.append(script);
      return document.documentElement.dataset.injected;
    });
    expect(ran, address).toBeUndefined();
  }
});

test("files of the build are served as what they are, to the site itself", async ({ page }) => {
  const answers: Record<string, string>[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/_next/static/")) answers.push(response.headers());
  });
  await page.goto("/");
  expect(answers.length).toBeGreaterThan(0);
  for (const headers of answers) {
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
    });
  }
});
