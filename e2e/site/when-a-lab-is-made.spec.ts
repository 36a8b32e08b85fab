import type { Cookie } from "@playwright/test";
import { PlainClient } from "../fixtures/plain-client";
import { expect, test } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

/** Well-formed, and no lab's. */
const stale = { name: "silent-refresh.lab", value: "A".repeat(22) };
const read = ["/signin", "/notes", "/notes/admin", "/notes/account", "/notes/live", "/api/notes"].concat(
  ["session", "csrf", "providers", "signin", "signout"].map((action) => `/api/auth/${action}`),
  ["/api/backend/notes", "/api/invoices", "/api/lab", "/mock-backend/lab/state"],
);
const readers: Record<string, Record<string, string>> = {
  "a program without a browser": {},
  "an address that was typed": { "Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate" },
  "a link of this site's": { "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate" },
  "a script of this site's": { "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors" },
  "a link elsewhere": { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate" },
};

for (const [reader, headers] of Object.entries(readers)) {
  test(`reading makes no lab: ${reader}`, async ({ baseURL }) => {
    for (const path of read) {
      const { status, cookieNames } = await new PlainClient(baseURL ?? "").get(path, { headers });
      expect(status, path).toBeLessThan(500);
      expect(cookieNames.join(), path).not.toContain("silent-refresh.lab");
    }
  });
}

test("without a lab the pages are those of a visitor whom nobody knows", async ({ baseURL }) => {
  const nobody = new PlainClient(baseURL ?? "");
  expect((await nobody.get("/signin")).body).toContain("Your account");
  expect((await nobody.get("/notes")).status).toBe(307);
  expect(await nobody.get("/api/auth/session")).toMatchObject({ status: 200, body: "{}" });
  expect((await nobody.get("/api/notes")).status).toBe(401);
});

const changes: readonly (readonly [method: string, path: string, headers?: Record<string, string>])[] = [
  ["POST", "/notes"],
  ["POST", "/notes/admin"],
  ["POST", "/signin"],
  ["POST", "/api/auth/callback/credentials"],
  ["POST", "/api/auth/signout"],
  ["POST", "/api/auth/session"],
  ["POST", "/api/backend/notes"],
  ["POST", "/api/notes"],
  ["DELETE", "/api/notes/note-1"],
  ["DELETE", "/api/sessions"],
  ["POST", "/api/lab"],
  ["PATCH", "/api/lab"],
  ["DELETE", "/api/lab/notice"],
  ["POST", "/", { "Next-Action": "0".repeat(42) }],
];

for (const site of ["cross-site", "same-site"]) {
  test(`a change that a page asks for which is ${site} is refused, and sets no cookie`, async ({
    baseURL,
  }) => {
    for (const [method, path, more] of changes) {
      for (const cookie of [undefined, `${stale.name}=${stale.value}`]) {
        const headers = { "Sec-Fetch-Site": site, ...more, ...(cookie && { Cookie: cookie }) };
        const answer = await new PlainClient(baseURL ?? "").send(method, path, {
          headers,
          // An action's arguments are a list: what is no list is refused for its form.
          ...(method === "POST" && (more ? { json: [] } : { form: { email: seededUsers.ada.email } })),
        });
        expect([answer.status, answer.cookieNames], `${method} ${path}`).toEqual([403, []]);
      }
    }
  });
}

test("a note is not deleted from a sibling host that sends no Origin, nor the session ended", async ({
  context,
  lab,
  visitor,
}) => {
  await visitor.signInByRequest(seededUsers.linus);
  const { notes } = await lab.state();
  const headers = { "Sec-Fetch-Site": "same-site" };
  for (const path of [...notes.map(({ id }) => `/api/notes/${id}`), "/api/sessions"]) {
    expect((await context.request.delete(path, { headers })).status(), path).toBe(403);
  }
  expect((await lab.state()).notes).toEqual(notes);
  expect(await visitor.open()).toBe("the notes");
});

test("forms and links of a page elsewhere leave the visitor's lab alone", async ({
  baseURL,
  context,
  expectFailures,
  lab,
  page,
}) => {
  expectFailures(/^(400|403|404|405|500) /, /console error/);
  const before = await labCookies(context.cookies());
  await page.route("http://elsewhere.example/**", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<form id="form" method="post"><input name="email" value="a@b.example"></form><a id="link">notes</a>`,
    }),
  );
  // A form can write no header.
  const posted = changes.flatMap(([method, path, more]) => (method === "POST" && !more ? [path] : []));
  for (const path of posted) {
    await page.goto("http://elsewhere.example/");
    await page.evaluate((action) => {
      const form = document.querySelector("form");
      form?.setAttribute("action", action);
      form?.submit();
    }, `${baseURL}${path}`);
    await page.waitForURL(({ origin }) => origin === baseURL);
    expect(await labCookies(context.cookies()), path).toEqual(before);
  }
  await page.goto("http://elsewhere.example/");
  await page.evaluate((address) => window.location.assign(address), `${baseURL}/notes`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(await labCookies(context.cookies())).toEqual(before);
  expect((await lab.state()).id).toBe(lab.id);
});

test("a sign-in makes the lab, by the page and by plain requests", async ({
  app,
  context,
  page,
  playwright,
  baseURL,
}) => {
  await page.goto("/notes");
  expect(await labCookies(context.cookies())).toEqual([]);
  await app.fillIn(seededUsers.ada);
  await expect(page.getByRole("heading", { name: "My notes" })).toBeVisible();
  expect(await labCookies(context.cookies())).toHaveLength(1);

  const plain = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  const { csrfToken } = await (await plain.get("/api/auth/csrf")).json();
  const form = { ...seededUsers.ada, csrfToken, callbackUrl: "/notes", json: "true" };
  expect((await plain.post("/api/auth/callback/credentials", { form })).status()).toBe(200);
  expect((await (await plain.get("/api/auth/session")).json()).user.name).toBe("Ada Lovelace");
  await plain.dispose();
});

test("a form of this site's own makes the lab, without a script as well", async ({ baseURL }) => {
  for (const headers of [{ "Sec-Fetch-Site": "same-origin" }, { Origin: baseURL ?? "" }, {}]) {
    const { cookieNames } = await new PlainClient(baseURL ?? "").post("/signin", {
      headers,
      form: { email: "" },
    });
    expect(cookieNames).toEqual(["silent-refresh.lab"]);
  }
});

test("an answer that brings another lab sets each cookie once, on redirects and on pages", async ({
  baseURL,
}) => {
  const headers = { Cookie: `${stale.name}=${stale.value}` };
  const expected = ["silent-refresh.lab", "silent-refresh.lab-notice"];
  const statuses: number[] = [];
  for (const path of ["/notes", "/notes/admin", "/notes/account", "/notes/live", "/signin", "/api/notes"]) {
    const { status, cookieNames } = await new PlainClient(baseURL ?? "").get(path, { headers });
    statuses.push(status);
    expect(cookieNames.toSorted(), path).toEqual(expected);
  }
  expect(statuses).toEqual([307, 307, 307, 307, 200, 401]);
  const linked = { ...headers, ...readers["a link elsewhere"] };
  const elsewhere = await new PlainClient(baseURL ?? "").get("/notes", { headers: linked });
  expect(elsewhere, "another site's link takes not even a lab away that is gone").toMatchObject({
    status: 307,
    cookieNames: [],
  });
  const made = await new PlainClient(baseURL ?? "").post("/notes", { form: {} });
  expect(made.cookieNames).toEqual(["silent-refresh.lab"]);
});

async function labCookies(cookies: Promise<Cookie[]>): Promise<Pick<Cookie, "name" | "value">[]> {
  return (await cookies)
    .filter(({ name }) => name.includes("silent-refresh.lab"))
    .map(({ name, value }) => ({ name, value }));
}
