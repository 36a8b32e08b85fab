import { z } from "zod";
import meta from "@/content/lessons/signing-out/meta";
import { scenarios } from "@/content/lessons/signing-out/scenarios";
import { Attacker, Caller } from "../fixtures/attacker";
import type { CheckContext } from "../fixtures/check";
import { describeChecks, inPage } from "../fixtures/checks";
import type { Lab } from "../fixtures/lab";
import { scenarioCheck, scenarioChecks } from "../fixtures/scenario-check";
import { PlayedLab } from "../fixtures/scenario-lab";
import { Tab } from "../fixtures/tab";
import { expect } from "../fixtures/test";
import { seededUsers } from "../fixtures/users";

const { grace, linus } = seededUsers;

/** A minute more than an access token lives, in seconds. */
const PAST_EXPIRY = 16 * 60;

const NOTE_OF_GRACE = "A bug, found";
const NOTE_OF_LINUS = "Hobby";

/** For a page that loads anew. */
const patient = { timeout: 15_000 };

const sessionSchema = z.object({ user: z.object({ name: z.string() }).optional() });

describeChecks(meta, {
  ...scenarioChecks(scenarios),

  "while-renewing": scenarioCheck(scenarios["while-renewing"], async ({ played }) => {
    const lines = played.signOutCookies.filter((line) => /session-token[.\d]*=/.test(line));
    const set = lines.map((line) => (/session-token[.\d]*=;/.test(line) ? "nothing" : "a session"));
    expect(set.join(" and "), "a sign-out sets the session cookie to").toBe("nothing");
  }),

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

  "no-wait": async ({ context, visitor, lab }) => {
    await visitor.signInByRequest(grace);
    await lab.fault("outage");
    await visitor.signOutByRequest();
    await lab.fault("none");
    const start = await lab.lastSeq();
    await (await Caller.in(context)).signIn(linus);
    await new PlayedLab(lab).untilEnded();
    const names = (await lab.events(start)).map(({ name }) => name);
    expect(names).toContain("signed-in");
    const asked = names.slice(0, names.indexOf("signed-in")).filter((name) => name.startsWith("POST /v1/"));
    expect(asked.join(", "), "before a sign-in is answered, the backend is asked").toBe(
      "POST /v1/auth/login",
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

async function titles(lab: Lab): Promise<string> {
  return (await lab.state()).notes.map(({ title }) => title).join(", ");
}
