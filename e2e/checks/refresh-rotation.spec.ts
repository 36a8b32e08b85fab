import { z } from "zod";
import meta from "@/content/lessons/refresh-rotation/meta";
import { Caller } from "../fixtures/attacker";
import { type CheckContext, describeChecks, inPage } from "../fixtures/checks";
import type { Lab } from "../fixtures/lab";
import { Tab } from "../fixtures/tab";
import { type Cookies, expect } from "../fixtures/test";
import { Thief } from "../fixtures/thief";
import { seededUsers } from "../fixtures/users";
import type { Visitor } from "../fixtures/visitor";

const { ada, grace } = seededUsers;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A minute more than an access token lives. */
const PAST_EXPIRY = 16 * MINUTE;

describeChecks(meta, {
  "idle-return": inPage(async ({ page, visitor, lab }) => {
    await signedIn(visitor);
    const tab = await Tab.of(page);
    await tab.open();
    await lab.advance(PAST_EXPIRY);
    await tab.comeBack();
    await expectStillIn({ visitor, lab });
  }),

  "layout-and-page": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.advance(PAST_EXPIRY);
    expect(await visitor.open(), "after expiry, a page shows").toBe("the notes");
    await expectStillIn({ visitor, lab });
  },

  "data-request": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.advance(PAST_EXPIRY);
    expect(await visitor.status("/api/notes"), "the Route Handler answers").toBe(200);
    await expectStillIn({ visitor, lab });
  },

  "parallel-requests": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.advance(PAST_EXPIRY);
    await atOnce(lab, async () => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => visitor.session()));
      const errors = answers.map(({ error }) => error);
      expect(errors, "some of the five are told that the session has ended").toEqual(
        Array(5).fill(undefined),
      );
    });
    await expectStillIn({ visitor, lab });
  },

  "two-tabs": inPage(async ({ page, context, visitor, lab }) => {
    await signedIn(visitor);
    const one = await Tab.of(page);
    const other = await Tab.of(await context.newPage());
    await Promise.all([one.open(), other.open()]);
    await lab.advance(PAST_EXPIRY);
    await atOnce(lab, () => Tab.comeBackTogether(one, other));
    expect(await visitor.open(), "the other tab shows").toBe("the notes");
    await expectStillIn({ visitor, lab });
  }),

  "late-answer": inPage(async ({ page, context, visitor, lab }) => {
    await signedIn(visitor);
    const slow = await Tab.of(page);
    const quick = await Tab.of(await context.newPage());
    await Promise.all([slow.open(), quick.open()]);
    const late = await slow.comeBackSlowly();
    await lab.advance(PAST_EXPIRY);
    // The other tab hears of it through localStorage, and asks as well.
    await Promise.all([quick.comeBack(), slow.sessionAnswer()]);
    await quick.page.close();
    await late.land();
    await lab.advance(MINUTE);
    await expectStillIn({ visitor, lab });
  }),

  "backend-down": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.advance(PAST_EXPIRY);
    await lab.fault("outage");
    expect((await visitor.session()).error, "during the outage, the session's error is").toBeUndefined();
    expect(await visitor.open(), "during the outage, a page shows").toBe("a backend that is away");
    await lab.fault("none");
    await visitor.session();
    await expectStillIn({ visitor, lab });
  },

  "backend-silent": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.advance(PAST_EXPIRY);
    await lab.fault("timeout");
    expect(
      (await visitor.session()).error,
      "while the backend is silent, the session's error is",
    ).toBeUndefined();
    await lab.fault("none");
    await visitor.session();
    await expectStillIn({ visitor, lab });
  },

  "backend-malformed": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.advance(PAST_EXPIRY);
    await lab.fault("malformed");
    expect(
      (await visitor.session()).error,
      "after a nonsense answer, the session's error is",
    ).toBeUndefined();
    expect(await visitor.open(), "after a nonsense answer, a page shows").toBe("a backend that is away");
    await lab.fault("none");
    await visitor.session();
    await expectStillIn({ visitor, lab });
  },

  "client-refused": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.advance(PAST_EXPIRY);
    await lab.fault("client-refused");
    expect(
      (await visitor.session()).error,
      "while the backend refuses the app, the session's error is",
    ).toBeUndefined();
    expect(await visitor.open(), "meanwhile, a page shows").toBe("a backend that is away");
    expect((await lab.responses("/v1/auth/refresh")).at(-1)?.code).toBe("invalid_client");
    await lab.fault("none");
    await visitor.session();
    await expectStillIn({ visitor, lab });
  },

  "token-endpoint-down": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.advance(PAST_EXPIRY);
    await lab.fault("refresh-only");
    const start = await lab.lastSeq();
    expect(
      (await visitor.session()).error,
      "without a token endpoint, the session's error is",
    ).toBeUndefined();
    expect(await visitor.open(), "without a token endpoint, a page shows").toBe("a backend that is away");
    expect(await visitor.status("/api/notes"), "a Route Handler answers").toBe(503);
    const sent = (await lab.requests("GET /v1/notes", start)).length;
    expect(sent, "times that the API was sent a token that had expired").toBe(0);
    await lab.fault("none");
    await visitor.session();
    await expectStillIn({ visitor, lab });
  },

  "api-down": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.advance(PAST_EXPIRY);
    await lab.fault("api-only");
    expect((await visitor.session()).error, "without the API, the session's error is").toBeUndefined();
    expect(await visitor.open(), "without the API, a page shows").toBe("a backend that is away");
    expect(await visitor.status("/api/notes"), "a Route Handler answers").toBe(503);
    await lab.fault("none");
    await expectStillIn({ visitor, lab });
  },

  "lost-answer": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.advance(PAST_EXPIRY);
    await lab.fault("lost-answer");
    expect((await visitor.session()).error, "after the lost answer, the session's error is").toBeUndefined();
    await lab.fault("none");
    await visitor.session();
    await expectStillIn({ visitor, lab });
  },

  "no-successor": async ({ context, visitor, lab }) => {
    await lab.settings({ graceReply: "none" });
    await signedIn(visitor);
    await lab.advance(PAST_EXPIRY);
    const before = await sessionCookies(context);
    await visitor.session();
    // As a request that was under way: it brings the cookie of before, and its answer lands last.
    await visitor.request.get("/api/auth/session", { headers: { Cookie: before } });
    await lab.advance(MINUTE);
    await expectStillIn({ visitor, lab });
  },

  "no-rotation": async ({ visitor, lab }) => {
    await lab.settings({ rotation: false });
    await signedIn(visitor);
    await lab.advance(PAST_EXPIRY);
    expect(await visitor.open(), "after expiry, a page shows").toBe("the notes");
    expect(await visitor.status("/api/notes"), "a Route Handler answers").toBe(200);
    await expectStillIn({ visitor, lab });
  },

  "two-users": async ({ context, visitor, lab }) => {
    const other = await (await Caller.in(context)).signIn(grace);
    await signedIn(visitor);
    const both = [
      { who: "Ada Lovelace", request: visitor.request, notes: await titlesOf(lab, "user-ada") },
      { who: "Grace Hopper", request: other.request, notes: await titlesOf(lab, "user-grace") },
    ];
    for (const round of ["at their first expiry", "at the next"]) {
      await lab.advance(PAST_EXPIRY);
      await atOnce(lab, async () => {
        await Promise.all(both.map(({ request }) => request.get("/api/auth/session")));
      });
      for (const { who, request, notes } of both) {
        const answer = await request.get("/api/notes");
        expect(answer.status(), `${round}, ${who} is answered`).toBe(200);
        expect(titlesIn(await answer.json()), `${round}, ${who} sees the notes of`).toEqual(notes);
      }
    }
    const families = (await lab.state()).families;
    expect(families.map(({ status }) => status)).toEqual(["active", "active"]);
  },

  "shorter-lifetimes": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.settings({ accessTtl: MINUTE });
    await lab.advance(10 * MINUTE);
    expect(await visitor.open(), "with the old token, a page shows").toBe("the notes");
    expect(await accessLifetimes(lab), "what was given out keeps its life").toEqual([15 * MINUTE]);

    await lab.advance(6 * MINUTE);
    await visitor.session();
    expect(await visitor.open(), "with a shorter one, a page shows").toBe("the notes");
    await lab.advance(MINUTE);
    await visitor.session();
    expect(await visitor.open(), "with the next one, a page shows").toBe("the notes");
    expect(await accessLifetimes(lab), "lifetimes given out").toEqual([15 * MINUTE, MINUTE, MINUTE]);
    await expectHonoured(lab);
  },

  "key-rotated": async ({ visitor, lab }) => {
    await signedIn(visitor);
    const { accessToken: old } = await lab.tokens();
    await lab.rotateKeys();
    expect(await visitor.open(), "with a token of the old key, a page shows").toBe("the notes");
    await lab.advance(PAST_EXPIRY);
    await visitor.session();
    expect(await visitor.open(), "after expiry, a page shows").toBe("the notes");
    const { accessToken } = await lab.tokens();
    expect(keyOf(accessToken), "the refreshed token's key is another").not.toBe(keyOf(old));
    await expectStillIn({ visitor, lab });
  },

  "seven-days": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.advance(6 * DAY);
    await visitor.session();
    expect(await visitor.open(), "after six days, a page shows").toBe("the notes");
    await expectHonoured(lab);

    await lab.advance(7 * DAY);
    await visitor.session();
    expect(await visitor.open(), "after seven more, a page shows").toBe("why to sign in again");
    expect(await familyNow(lab), "the family is").toBe("expired");
  },

  "refresh-expired": async ({ visitor, lab }) => {
    await lab.settings({ refreshIdleTtl: HOUR });
    await signedIn(visitor);
    await lab.advance(HOUR + 1);
    const { seen, wayBack } = await visitor.follow("/notes/admin");
    expect(seen, "after expiry, a page shows").toBe("why to sign in again");
    expect(wayBack, "the way back leads to").toBe("/notes/admin");
    await visitor.signInByRequest(ada);
    expect(await visitor.open(wayBack), "signed in again, one is back at").toBe("Users");
    await expectHonoured(lab, 2);
  },

  "suspended-user": async ({ visitor, lab }) => {
    await signedIn(visitor, grace);
    await lab.suspend(grace.email);
    expect(await visitor.open(), "a page shows").toBe("why to sign in again");
    expect(await visitor.status("/api/notes"), "a Route Handler answers").toBe(401);
    expect(await visitor.trySignIn(grace), "signing in again ends in").toBe("Refused");
  },

  "stolen-token": async ({ visitor, lab }) => {
    await signedIn(visitor);
    await lab.advance(14 * MINUTE);
    const thief = await Thief.of(lab);
    expect(await thief.refresh(), "the thief comes first, and the backend answers").toBe(200);
    expect(await thief.readNotes(), "the thief reads the notes").toBe(200);

    await lab.advance(2 * MINUTE);
    await visitor.session();
    expect(await familyNow(lab), "the owner's refresh leaves the family").toBe("revoked: reused");
    expect(await thief.readNotes(), "the thief's access token is worth").toBe(401);
    expect(await thief.refresh(), "the thief's refresh token is worth").toBe(400);
    expect(await visitor.open(), "the owner is told").toBe("why to sign in again");
  },

  "spent-token": async ({ visitor, lab }) => {
    await signedIn(visitor);
    const thief = await Thief.of(lab);
    await lab.advance(PAST_EXPIRY);
    await visitor.session();
    await lab.advance(5);
    expect(await thief.refresh(), "the thief comes second, and the backend answers").toBe(400);
    expect(await visitor.open(), "the owner is told").toBe("why to sign in again");
  },

  "copied-cookie": async ({ context, visitor, lab }) => {
    await signedIn(visitor);
    const copied = (await context.cookies()).filter(({ name }) => name.includes("session-token"));
    await visitor.signOutByRequest();
    expect(await familyNow(lab), "sign-out leaves the family").toBe("revoked: signed-out");

    await context.addCookies(copied);
    expect(await visitor.status("/api/notes"), "with the copy, a Route Handler answers").toBe(401);
    expect(await visitor.open(), "with the copy, a page shows").toBe("why to sign in again");
    const { user, error } = await visitor.session();
    const who = error === undefined ? user?.name : undefined;
    expect(who ?? "nobody", "to NextAuth, the copy is").toBe("nobody");
  },
});

/** Signed in a moment ago, with the notes seen. */
async function signedIn(visitor: Visitor, user: (typeof seededUsers)[keyof typeof seededUsers] = ada) {
  await visitor.signInByRequest(user);
  const seen = await visitor.open();
  if (seen !== "the notes") throw new Error(`after sign-in, a page shows ${seen}`);
}

/**
 * Whoever survived a scenario has lost nothing by it: pages open, the next expiry is survived as well, and the backend
 * honours the very token that is held then.
 */
async function expectStillIn({ visitor, lab }: Pick<CheckContext, "visitor" | "lab">): Promise<void> {
  expect(await visitor.open(), "afterwards, a page shows").toBe("the notes");
  expect(await visitor.open(), "and once more").toBe("the notes");
  await lab.advance(PAST_EXPIRY);
  await visitor.session();
  expect(await visitor.open(), "past the next expiry, a page shows").toBe("the notes");
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

/** The session cookie of this moment, as a browser sends it. */
async function sessionCookies(context: Cookies): Promise<string> {
  return (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

const notesSchema = z.object({ notes: z.array(z.object({ title: z.string() })) });

function titlesIn(answer: unknown): string[] {
  return notesSchema.parse(answer).notes.map(({ title }) => title);
}

/** What a user has written, as the backend knows. */
async function titlesOf(lab: Lab, userId: string): Promise<string[]> {
  const { notes } = await lab.state();
  const titles = notes.filter(({ ownerId }) => ownerId === userId).map(({ title }) => title);
  if (titles.length === 0) throw new Error(`${userId} has no notes`);
  return titles;
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
