import meta from "@/content/lessons/refresh-rotation/meta";
import { type CheckContext, describeChecks } from "../fixtures/checks";
import type { Lab } from "../fixtures/lab";
import { readSession, Tab } from "../fixtures/tab";
import { expect } from "../fixtures/test";
import { Thief } from "../fixtures/thief";
import { seededUsers } from "../fixtures/users";

const { ada, grace } = seededUsers;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A minute more than an access token lives. */
const PAST_EXPIRY = 16 * MINUTE;

describeChecks(meta, {
  "idle-return": async (context) => {
    const tab = await signedIn(context);
    await context.lab.advance(PAST_EXPIRY);
    await tab.comeBack();
    await expectStillIn(tab, context);
  },

  "layout-and-page": async (context) => {
    const tab = await signedIn(context);
    await context.lab.advance(PAST_EXPIRY);
    expect(await tab.open(), "after expiry, a page shows").toBe("the notes");
    await expectStillIn(tab, context);
  },

  "data-request": async (context) => {
    const tab = await signedIn(context);
    await context.lab.advance(PAST_EXPIRY);
    const status = await tab.page.evaluate(async () => (await fetch("/api/notes")).status);
    expect(status, "the Route Handler answers").toBe(200);
    await expectStillIn(tab, context);
  },

  "parallel-requests": async (context) => {
    const { lab, page } = context;
    const tab = await signedIn(context);
    await lab.advance(PAST_EXPIRY);
    await atOnce(lab, async () => {
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => page.request.get("/api/auth/session")),
      );
      const errors = await Promise.all(answers.map(async (answer) => (await readSession(answer)).error));
      expect(errors, "none of the five is told that the session has ended").toEqual(Array(5).fill(undefined));
    });
    await expectStillIn(tab, context);
  },

  "two-tabs": async (context) => {
    const { lab, page } = context;
    const one = await signedIn(context);
    const other = await Tab.of(await page.context().newPage());
    await other.open();
    await lab.advance(PAST_EXPIRY);
    await atOnce(lab, () => Tab.comeBackTogether(one, other));
    expect(await other.open(), "the other tab shows").toBe("the notes");
    await other.page.close();
    await expectStillIn(one, context);
  },

  "late-answer": async (context) => {
    const { lab, page } = context;
    const slow = await signedIn(context);
    const quick = await Tab.of(await page.context().newPage());
    await quick.open();
    const late = await slow.comeBackSlowly();
    await lab.advance(PAST_EXPIRY);
    // The other tab hears of it through localStorage, and asks as well.
    await Promise.all([quick.comeBack(), slow.sessionAnswer()]);
    await quick.page.close();
    await late.land();
    await lab.advance(MINUTE);
    await expectStillIn(slow, context);
  },

  "backend-down": async (context) => {
    const { lab } = context;
    const tab = await signedIn(context);
    await lab.advance(PAST_EXPIRY);
    await lab.fault("outage");
    expect((await tab.comeBack()).error, "during the outage, the session's error is").toBeUndefined();
    expect(await tab.open(), "during the outage, a page shows").toBe("a backend that is away");
    await lab.fault("none");
    await tab.comeBack();
    await expectStillIn(tab, context);
  },

  "backend-silent": async (context) => {
    const { lab } = context;
    const tab = await signedIn(context);
    await lab.advance(PAST_EXPIRY);
    await lab.fault("timeout");
    expect(
      (await tab.comeBack()).error,
      "while the backend is silent, the session's error is",
    ).toBeUndefined();
    await lab.fault("none");
    await tab.comeBack();
    await expectStillIn(tab, context);
  },

  "backend-malformed": async (context) => {
    const { lab } = context;
    const tab = await signedIn(context);
    await lab.advance(PAST_EXPIRY);
    await lab.fault("malformed");
    expect((await tab.comeBack()).error, "after a nonsense answer, the session's error is").toBeUndefined();
    expect(await tab.open(), "after a nonsense answer, a page shows").toBe("a backend that is away");
    await lab.fault("none");
    await tab.comeBack();
    await expectStillIn(tab, context);
  },

  "shorter-lifetimes": async (context) => {
    const { lab } = context;
    const tab = await signedIn(context);
    await lab.settings({ accessTtl: MINUTE });
    await lab.advance(10 * MINUTE);
    expect(await tab.open(), "with the old token, a page shows").toBe("the notes");
    expect(await accessLifetimes(lab), "what was given out keeps its life").toEqual([15 * MINUTE]);

    await lab.advance(6 * MINUTE);
    await tab.comeBack();
    expect(await tab.open(), "with a shorter one, a page shows").toBe("the notes");
    await lab.advance(MINUTE);
    await tab.comeBack();
    expect(await tab.open(), "with the next one, a page shows").toBe("the notes");
    expect(await accessLifetimes(lab), "lifetimes given out").toEqual([15 * MINUTE, MINUTE, MINUTE]);
    await expectHonoured(lab);
  },

  "key-rotated": async (context) => {
    const { lab } = context;
    const tab = await signedIn(context);
    const { accessToken: old } = await lab.tokens();
    await lab.rotateKeys();
    expect(await tab.open(), "with a token of the old key, a page shows").toBe("the notes");
    await lab.advance(PAST_EXPIRY);
    await tab.comeBack();
    expect(await tab.open(), "after expiry, a page shows").toBe("the notes");
    const { accessToken } = await lab.tokens();
    expect(keyOf(accessToken), "the refreshed token's key is another").not.toBe(keyOf(old));
    await expectStillIn(tab, context);
  },

  "seven-days": async (context) => {
    const { lab } = context;
    const tab = await signedIn(context);
    await lab.advance(6 * DAY);
    await tab.comeBack();
    expect(await tab.open(), "after six days, a page shows").toBe("the notes");
    await expectHonoured(lab);

    await lab.advance(7 * DAY);
    await tab.comeBack();
    expect(await tab.open(), "after seven more, a page shows").toBe("why to sign in again");
    expect(await familyNow(lab), "the family is").toBe("expired");
  },

  "refresh-expired": async (context) => {
    const { app, lab, page } = context;
    await lab.settings({ refreshIdleTtl: HOUR });
    const tab = await signedIn(context);
    expect(await tab.open("/notes/admin"), "before, a page shows").toBe("Users");
    await lab.advance(HOUR + 1);
    expect(await tab.open("/notes/admin"), "after expiry, a page shows").toBe("why to sign in again");
    await app.fillIn(ada);
    await page.waitForURL((url) => url.pathname === "/notes/admin");
    expect(await tab.seen(), "signed in again, one is back at").toBe("Users");
    await expectHonoured(lab, 2);
  },

  "suspended-user": async (context) => {
    const { app, lab, page } = context;
    const tab = await signedIn(context, grace);
    await lab.suspend(grace.email);
    expect(await tab.open(), "a page shows").toBe("why to sign in again");
    expect((await page.request.get("/api/notes")).status(), "a Route Handler answers").toBe(401);
    expect(await app.trySignIn(grace), "signing in again ends in").toBe("Refused");
  },

  "stolen-token": async (context) => {
    const { lab } = context;
    const tab = await signedIn(context);
    await lab.advance(14 * MINUTE);
    const thief = await Thief.of(lab);
    expect(await thief.refresh(), "the thief comes first, and the backend answers").toBe(200);
    expect(await thief.readNotes(), "the thief reads the notes").toBe(200);

    await lab.advance(2 * MINUTE);
    await tab.comeBack();
    expect(await familyNow(lab), "the owner's refresh leaves the family").toBe("revoked: reused");
    expect(await thief.readNotes(), "the thief's access token is worth").toBe(401);
    expect(await thief.refresh(), "the thief's refresh token is worth").toBe(400);
    expect(await tab.open(), "the owner is told").toBe("why to sign in again");
  },

  "spent-token": async (context) => {
    const { lab } = context;
    const tab = await signedIn(context);
    const thief = await Thief.of(lab);
    await lab.advance(PAST_EXPIRY);
    await tab.comeBack();
    await lab.advance(5);
    expect(await thief.refresh(), "the thief comes second, and the backend answers").toBe(400);
    expect(await tab.open(), "the owner is told").toBe("why to sign in again");
  },

  "copied-cookie": async (context) => {
    const { lab, page } = context;
    const tab = await signedIn(context);
    const copied = (await page.context().cookies()).filter(({ name }) => name.includes("session-token"));
    await tab.signOut();
    expect(await familyNow(lab), "sign-out leaves the family").toBe("revoked: signed-out");

    await page.context().addCookies(copied);
    expect((await page.request.get("/api/notes")).status(), "with the copy, a Route Handler answers").toBe(
      401,
    );
    expect(await tab.open(), "with the copy, a page shows").toBe("why to sign in again");
    const { user, error } = await readSession(await page.request.get("/api/auth/session"));
    const who = error === undefined ? user?.name : undefined;
    expect(who ?? "nobody", "to NextAuth, the copy is").toBe("nobody");
  },
});

/** A tab with the notes open, signed in a moment ago. */
async function signedIn(
  { app, page }: CheckContext,
  user: (typeof seededUsers)[keyof typeof seededUsers] = ada,
) {
  const tab = await Tab.of(page);
  await app.signInByRequest(user);
  const seen = await tab.open();
  if (seen !== "the notes") throw new Error(`after sign-in, a page shows ${seen}`);
  return tab;
}

/**
 * Whoever survived a scenario has lost nothing by it: pages open, the next expiry is survived as well, and the backend
 * honours the very token that is held then.
 */
async function expectStillIn(tab: Tab, { lab }: CheckContext): Promise<void> {
  expect(await tab.open(), "afterwards, a page shows").toBe("the notes");
  expect(await tab.glance(), "and once more").toBe("the notes");
  await lab.advance(PAST_EXPIRY);
  await tab.comeBack();
  expect(await tab.glance(), "past the next expiry, a page shows").toBe("the notes");
  await expectHonoured(lab);
}

/** The refresh token that is held, by the browser's cookie or the Next server's store, is the one that counts. */
async function expectHonoured(lab: Lab, ordinal = 1): Promise<void> {
  const { families, holders } = await lab.state();
  const family = families.find((one) => one.ordinal === ordinal);
  expect(family?.status, "the token family is").toBe("active");
  const current = family?.refresh.find(({ status }) => status === "current")?.generation;
  const held = holders.browser.refresh ?? holders.next.refresh;
  expect(held, "the refresh token that is held is the one that the backend honours").toBe(current);
}

/** Does something that sends several requests, while the backend takes so long that they overlap. */
async function atOnce(lab: Lab, act: () => Promise<unknown>): Promise<void> {
  await lab.settings({ latencyMs: 300 });
  await act();
  await lab.settings({ latencyMs: 0 });
}

/** What has become of the sign-in, as the backend sees it. */
async function familyNow(lab: Lab): Promise<string> {
  const family = (await lab.state()).families[0];
  return [family?.status, family?.reason].filter((part) => part).join(": ");
}

async function accessLifetimes(lab: Lab): Promise<(number | undefined)[]> {
  const { families } = await lab.state();
  return families[0]?.access.map(({ issuedAt, expiresAt }) => (expiresAt - issuedAt) / 1000) ?? [];
}

function keyOf(jwt: string | null): unknown {
  return JSON.parse(Buffer.from(jwt?.split(".")[0] ?? "", "base64url").toString()).kid;
}
