import { z } from "zod";
import meta from "@/content/lessons/signing-out/meta";
import { Attacker, Caller } from "../fixtures/attacker";
import type { CheckContext } from "../fixtures/check";
import { describeChecks, inPage } from "../fixtures/checks";
import type { Lab } from "../fixtures/lab";
import { Tab } from "../fixtures/tab";
import { expect } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";
import type { Fault } from "../fixtures/wire";

const { grace, linus } = seededUsers;

/** A minute more than an access token lives, in seconds. */
const PAST_EXPIRY = 16 * 60;

const NOTE_OF_GRACE = "A bug, found";
const NOTE_OF_LINUS = "Hobby";

/** For a page that loads anew. */
const patient = { timeout: 15_000 };

const sessionSchema = z.object({ user: z.object({ name: z.string() }).optional() });

/** What a browser says of a request that the app's own script makes. */
const ours = { "Sec-Fetch-Site": "same-origin" };

describeChecks(meta, {
  "cookie-session": async (given) => {
    const copy = await copiedAndSignedOut(given);
    expect(await whoIs(copy), "to NextAuth, the copied cookie is").toBe("nobody");
  },

  "cookie-page": async (given) => {
    const copy = await copiedAndSignedOut(given);
    await expectNoAccount(copy, "a page that asks NextAuth alone shows the copied cookie");
    // The app now tries to refresh for the copy, and is refused.
    await given.lab.advance(PAST_EXPIRY);
    await expectNoAccount(copy, "after the access token has expired, the page shows the copied cookie");
  },

  "cookie-data": async (given) => {
    const { context, lab } = given;
    const copy = await copiedAndSignedOut(given);
    const before = await titles(lab);
    expect((await copy.request.get("/api/notes")).status(), "a Route Handler answers the copied cookie").toBe(
      401,
    );
    await new Attacker(context).post("deleteNote", ["note-grace-1"], { as: copy });
    expect(await titles(lab), "an action that the copied cookie posts leaves the notes as").toBe(before);
  },

  "access-token": async ({ visitor, lab }) => {
    await visitor.signInByRequest(grace);
    const { accessToken } = await lab.tokens();
    await visitor.signOutByRequest();
    expect(await backendTakes(lab, accessToken), "the backend answers the old access token").toBe(401);
  },

  "refresh-token": async ({ visitor, lab }) => {
    await visitor.signInByRequest(grace);
    const { refreshToken } = await lab.tokens();
    await visitor.signOutByRequest();
    expect(await backendRefreshes(lab, refreshToken), "the backend answers the old refresh token").toBe(400);
  },

  "backend-down": (given) => expectHeardLater(given, "outage", "once it is up"),

  "not-heard": (given) => expectHeardLater(given, "malformed", "once it answers properly"),

  "no-wait": async ({ context, visitor, lab }) => {
    await visitor.signInByRequest(grace);
    await lab.fault("outage");
    await visitor.signOutByRequest();
    await lab.fault("none");
    const start = await lab.lastSeq();
    await (await Caller.in(context)).signIn(linus);
    await untilHeard(lab);
    const names = (await lab.events(start)).map(({ name }) => name);
    expect(names).toContain("signed-in");
    const asked = names.slice(0, names.indexOf("signed-in")).filter((name) => name.startsWith("POST /v1/"));
    expect(asked.join(", "), "before a sign-in is answered, the backend is asked").toBe(
      "POST /v1/auth/login",
    );
  },

  "late-answer": inPage(async ({ page, visitor }) => {
    await visitor.signInByRequest(grace);
    const tab = await Tab.of(page);
    await tab.open("/notes/account");
    const late = await tab.comeBackSlowly();
    await visitor.signOutByRequest();
    await late.land();
    expect(await visitor.status("/api/notes"), "after the late answer, the notes answer").toBe(401);
    expect((await visitor.session()).user?.name ?? "nobody", "after the late answer, NextAuth greets").toBe(
      "nobody",
    );
  }),

  "while-renewing": async ({ context, visitor, lab }) => {
    await visitor.signInByRequest(grace);
    await lab.advance(PAST_EXPIRY);
    // The proxy renews for this answer, which is on its way from here on: the browser has the old cookie still.
    const underWay = await Caller.in(context, (await lab.tokens()).session?.raw);
    expect(await whoIs(underWay)).toBe("Grace Hopper");
    const { refreshToken } = await lab.issuedTokens();
    const lines = (await visitor.signOutByRequest()).filter((line) => /session-token[.\d]*=/.test(line));
    const set = lines.map((line) => (/session-token[.\d]*=;/.test(line) ? "nothing" : "a session"));
    expect(set.join(" and "), "a sign-out sets the session cookie to").toBe("nothing");
    await context.addCookies((await underWay.request.storageState()).cookies);
    expect(await visitor.status("/api/notes"), "with the renewed cookie, the notes answer").toBe(401);
    expect(await backendRefreshes(lab, refreshToken), "the backend answers the renewed refresh token").toBe(
      400,
    );
  },

  back: inPage(async ({ page, visitor }) => {
    await visitor.signInByRequest(grace);
    const tab = await Tab.of(page);
    const list = page.getByText(NOTE_OF_GRACE);
    const signInPage = page.getByRole("heading", { name: "Sign in" });
    await tab.open();
    await expect(list).toBeVisible();
    await tab.signOut();
    await page.goBack({ waitUntil: "commit" });
    await expect(signInPage, "after Back, the browser shows the sign-in page").toBeVisible(patient);
    await expect(list, "after Back, the browser shows no note").toBeHidden();
    await visitor.signInByRequest(grace);
    await tab.open();
    await expect(list).toBeVisible();
    await visitor.signOutByRequest();
    // The back/forward cache puts a page back as it was left, and asks no server. Playwright's browser has none.
    await page.evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    await expect(signInPage, "a page that is put back as it was asks the server again").toBeVisible(patient);
    await expect(list).toBeHidden();
  }),

  "other-tab-list": inPage(async ({ page, context, visitor }) => {
    await visitor.signInByRequest(grace);
    const other = await Tab.of(page);
    await other.open();
    const shown = (note: string) => page.getByText(note);
    await expect(shown(NOTE_OF_GRACE)).toBeVisible();
    const tab = await Tab.of(await context.newPage());
    await tab.open("/notes/account");
    await tab.signOut();
    await expect(shown(NOTE_OF_GRACE), "after the sign-out, the other tab shows no note").toBeHidden(patient);
    await visitor.signInByRequest(linus);
    await tab.open();
    await tab.comeBack();
    await expect(shown(NOTE_OF_LINUS), "after another’s sign-in, the other tab shows theirs").toBeVisible(
      patient,
    );
    await expect(shown(NOTE_OF_GRACE)).toBeHidden();
    // Now nobody tells the tab: it finds out when its user comes back to it.
    await tab.page.close();
    await visitor.signOutByRequest();
    await visitor.signInByRequest(grace);
    await other.turnTo();
    await expect(shown(NOTE_OF_GRACE), "a tab that was told nothing shows the new user’s").toBeVisible(
      patient,
    );
    await expect(shown(NOTE_OF_LINUS)).toBeHidden();
  }),

  everywhere: async ({ context, visitor, lab }) => {
    const other = await (await Caller.in(context)).signIn(grace);
    const linusThere = await (await Caller.in(context)).signIn(linus);
    await visitor.signInByRequest(grace);
    await visitor.request.delete("/api/sessions", { headers: ours });
    expect(await whoIs(other), "after “sign out everywhere”, the other browser’s user is").toBe("nobody");
    expect((await other.request.get("/api/notes")).status(), "and gets").toBe(401);
    expect((await visitor.session()).user?.name ?? "nobody", "and this browser’s is").toBe("nobody");
    expect(await whoIs(linusThere)).toBe("Linus Torvalds");
    const families = (await lab.state()).families.filter(({ userId }) => userId === "user-grace");
    expect(families.map(({ reason }) => reason)).toEqual(["signed-out", "signed-out"]);
    await visitor.signInByRequest(grace);
    expect((await visitor.request.get("/api/notes")).status()).toBe(200);
  },

  "one-only": async ({ context, visitor }) => {
    const other = await (await Caller.in(context)).signIn(grace);
    await visitor.signInByRequest(grace);
    await visitor.signOutByRequest();
    expect(await whoIs(other), "after a sign-out here, the other browser’s user is").toBe("Grace Hopper");
    expect((await other.request.get("/api/notes")).status()).toBe(200);
  },

  twice: async (given) => {
    const { context, visitor } = given;
    const other = await (await Caller.in(context)).signIn(grace);
    const copy = await copiedAndSignedOut(given);
    expect(await copy.signOut(), "the second sign-out answers").toBe(200);
    await visitor.signOutByRequest();
    expect(await whoIs(other), "and the other browser’s user is").toBe("Grace Hopper");
  },

  "other-site": async ({ visitor }) => {
    await visitor.signInByRequest(grace);
    const headers = { "Sec-Fetch-Site": "cross-site", Origin: "https://attacker.example" };
    await visitor.request.get("/api/auth/signout", { headers });
    await visitor.request.post("/api/auth/signout", { headers, form: { callbackUrl: "/" } });
    await visitor.request.delete("/api/sessions", { headers });
    expect((await visitor.session()).user?.name, "another site’s page leaves signed in").toBe("Grace Hopper");
    expect((await visitor.request.get("/api/notes")).status()).toBe(200);
  },

  "other-tabs": inPage(async ({ page, context, visitor }) => {
    await visitor.signInByRequest(grace);
    const tab = await Tab.of(page);
    const other = await Tab.of(await context.newPage());
    await other.page.goto("/notes/account");
    await other.listening();
    await page.goto("/notes/account");
    await tab.signOut();
    await expect(other.page.getByText("Signed out", { exact: true })).toBeVisible({ timeout: 15_000 });
  }),

  "outage-while-in": async ({ visitor, lab }) => {
    await visitor.signInByRequest(grace);
    await lab.fault("outage");
    expect((await visitor.session()).user?.name, "during an outage, signed in is").toBe("Grace Hopper");
    await lab.fault("none");
    expect((await visitor.request.get("/api/notes")).status()).toBe(200);
  },

  "no-extra-call": async ({ visitor, lab }) => {
    await visitor.signInByRequest(grace);
    const start = await lab.lastSeq();
    await visitor.session();
    await visitor.request.get("/notes/account");
    const asked = (await lab.events(start)).filter(({ type, to }) => type === "request" && to === "backend");
    const names = [...new Set(asked.map(({ name }) => name))];
    expect(names.join(", ") || "nothing", "for a session that is only read, the backend is asked").toBe(
      "nothing",
    );
  },
});

/**
 * Grace signs out during a fault. It ends, somebody signs in: the backend answers again.
 *
 * @param since when that is, in words
 */
async function expectHeardLater({ context, visitor, lab }: CheckContext, fault: Fault, since: string) {
  await visitor.signInByRequest(grace);
  const { accessToken } = await lab.tokens();
  await lab.fault(fault);
  await visitor.signOutByRequest();
  expect((await visitor.session()).user?.name ?? "nobody", "in spite of the fault, this browser is").toBe(
    "nobody",
  );
  await lab.fault("none");
  await (await Caller.in(context)).signIn(linus);
  await untilHeard(lab);
  expect(await backendTakes(lab, accessToken), `${since}, the backend answers the old access token`).toBe(
    401,
  );
}

/**
 * Waits until the backend has heard of Grace's sign-out: a sign-in does not wait for that. Where nobody tells the
 * backend, this waits in vain, and what was found is the caller's to say.
 */
async function untilHeard(lab: Lab): Promise<void> {
  const heard = async () => {
    const ofGrace = (await lab.state()).families.filter(({ userId }) => userId === "user-grace");
    return ofGrace.map(({ reason }) => reason).join();
  };
  await expect
    .poll(heard)
    .toBe("signed-out")
    .catch(() => {});
}

async function expectNoAccount({ request }: Caller, sentence: string): Promise<void> {
  const answer = await request.get("/notes/account");
  const shows = (await answer.text()).includes("You are signed in as") ? "the account" : "nothing of it";
  expect(shows, sentence).toBe("nothing of it");
  expect(answer.headers().location).toContain("/signin");
}

/** Grace signs in, somebody copies her cookie, she signs out. @returns whoever has the copy */
async function copiedAndSignedOut({ context, visitor, lab }: CheckContext): Promise<Caller> {
  await visitor.signInByRequest(grace);
  const cookie = z.string().parse((await lab.tokens()).session?.raw);
  await visitor.signOutByRequest();
  return Caller.in(context, cookie);
}

async function whoIs({ request }: Caller): Promise<string> {
  const answer = await request.get("/api/auth/session");
  return sessionSchema.parse(await answer.json()).user?.name ?? "nobody";
}

/** @returns the backend's status for a request with this access token, from a machine that is nobody's browser */
async function backendTakes(lab: Lab, accessToken: string | null): Promise<number> {
  const headers = { "X-Lab-Actor": "attacker", Authorization: `Bearer ${accessToken}` };
  return (await lab.request.get("/mock-backend/v1/notes", { headers })).status();
}

/** @returns the backend's status for a refresh with this token, by somebody who has a copy of it */
async function backendRefreshes(lab: Lab, refreshToken: string | null): Promise<number> {
  const headers = { "X-Lab-Actor": "attacker" };
  const data = { refresh_token: refreshToken };
  return (await lab.request.post("/mock-backend/v1/auth/refresh", { data, headers })).status();
}

async function titles(lab: Lab): Promise<string> {
  return (await lab.state()).notes.map(({ title }) => title).join(", ");
}
