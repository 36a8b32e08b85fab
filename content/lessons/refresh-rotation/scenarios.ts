import type { LabControl } from "@/lib/scenario/lab-control";
import { defineScenarios, type Scenario } from "@/lib/scenario/scenario";
import { see } from "@/lib/scenario/see";
import type { Fault } from "@/lib/scenario/settings";
import type { Visitor, Who } from "@/lib/scenario/visitor";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Each accident of the lesson's table, by the id of its check. */
export const scenarios = defineScenarios({
  "idle-return": {
    needs: "pages",
    async play(visitor, lab) {
      await visitor.signIn("ada");
      const tab = await visitor.tab();
      await tab.open();
      await lab.expire();
      await tab.comeBack();
      await stillIn(visitor, lab);
    },
  },

  "layout-and-page": {
    async play(visitor, lab) {
      await visitor.signIn("ada");
      await lab.expire();
      see("after expiry, a page shows", await visitor.open(), "the notes");
      await stillIn(visitor, lab);
    },
  },

  "data-request": {
    async play(visitor, lab) {
      await visitor.signIn("ada");
      await lab.expire();
      see("the Route Handler answers", await visitor.status("/api/notes"), 200);
      await stillIn(visitor, lab);
    },
  },

  "parallel-requests": {
    async play(visitor, lab) {
      await visitor.signIn("ada");
      await lab.expire();
      await lab.atOnce(async () => {
        const errors = await visitor.askAtOnce(5);
        const told = errors.filter((error) => typeof error === "string");
        see("some of the five are told that the session has ended", told, []);
      });
      await stillIn(visitor, lab);
    },
  },

  "two-tabs": {
    needs: "pages",
    async play(visitor, lab) {
      await visitor.signIn("ada");
      const one = await visitor.tab();
      const other = await visitor.tab();
      await Promise.all([one.open(), other.open()]);
      await lab.expire();
      await lab.atOnce(() => visitor.comeBackTogether(one, other));
      see("the other tab shows", await visitor.open(), "the notes");
      await stillIn(visitor, lab);
    },
  },

  "late-answer": {
    needs: "pages",
    async play(visitor, lab) {
      await visitor.signIn("ada");
      const slow = await visitor.tab();
      const quick = await visitor.tab();
      await Promise.all([slow.open(), quick.open()]);
      const late = await slow.comeBackSlowly();
      await lab.expire();
      // The slow tab hears of it through localStorage, and asks as well.
      await Promise.all([slow.nextAnswer(), quick.comeBack()]);
      await quick.close();
      await late.land();
      await lab.advance(MINUTE);
      await stillIn(visitor, lab);
    },
  },

  "backend-down": troubled("outage", async (visitor) => {
    await seeNoError("during the outage", visitor);
    see("during the outage, a page shows", await visitor.open(), "a backend that is away");
  }),

  "backend-silent": troubled("timeout", (visitor) => seeNoError("while the backend is silent", visitor)),

  "backend-malformed": troubled("malformed", async (visitor) => {
    await seeNoError("after a nonsense answer", visitor);
    see("after a nonsense answer, a page shows", await visitor.open(), "a backend that is away");
  }),

  "client-refused": troubled("client-refused", async (visitor) => {
    await seeNoError("while the backend refuses the app", visitor);
    see("meanwhile, a page shows", await visitor.open(), "a backend that is away");
  }),

  "token-endpoint-down": troubled("refresh-only", async (visitor) => {
    await seeNoError("without a token endpoint", visitor);
    see("without a token endpoint, a page shows", await visitor.open(), "a backend that is away");
    see("a Route Handler answers", await visitor.status("/api/notes"), 503);
  }),

  "api-down": troubled("api-only", async (visitor) => {
    await seeNoError("without the API", visitor);
    see("without the API, a page shows", await visitor.open(), "a backend that is away");
    see("a Route Handler answers", await visitor.status("/api/notes"), 503);
  }),

  "lost-answer": troubled("lost-answer", (visitor) => seeNoError("after the lost answer", visitor)),

  "no-successor": {
    async play(visitor, lab) {
      await lab.settings({ graceReply: "none" });
      await visitor.signIn("ada");
      await lab.expire();
      await visitor.askTwice();
      await lab.advance(MINUTE);
      await stillIn(visitor, lab);
    },
  },

  "no-rotation": {
    async play(visitor, lab) {
      await lab.settings({ rotation: false });
      await visitor.signIn("ada");
      await lab.expire();
      see("after expiry, a page shows", await visitor.open(), "the notes");
      see("a Route Handler answers", await visitor.status("/api/notes"), 200);
      await stillIn(visitor, lab);
    },
  },

  "two-users": {
    async play(visitor, lab) {
      const other = await visitor.another();
      await other.signIn("grace");
      await visitor.signIn("ada");
      const both = [
        { who: "Ada Lovelace", browser: visitor, notes: await lab.notesOf("ada") },
        { who: "Grace Hopper", browser: other, notes: await lab.notesOf("grace") },
      ];
      for (const round of ["at their first expiry", "at the next"]) {
        await lab.expire();
        await lab.atOnce(() => visitor.askBeside(other));
        for (const { who, browser, notes } of both) {
          see(`${round}, ${who} is answered`, await browser.status("/api/notes"), 200);
          see(`${round}, ${who} sees the notes of`, await browser.notes(), notes);
        }
      }
      see("the token family is", await lab.family(1), "active");
      see("the other token family is", await lab.family(2), "active");
    },
  },

  "shorter-lifetimes": {
    async play(visitor, lab) {
      await visitor.signIn("ada");
      await lab.settings({ accessTtl: MINUTE });
      await lab.advance(10 * MINUTE);
      see("with the old token, a page shows", await visitor.open(), "the notes");
      await lab.advance(6 * MINUTE);
      await visitor.session();
      see("with a shorter one, a page shows", await visitor.open(), "the notes");
      await lab.advance(MINUTE);
      await visitor.session();
      see("with the next one, a page shows", await visitor.open(), "the notes");
      await honoured(lab);
    },
  },

  "key-rotated": {
    async play(visitor, lab) {
      await visitor.signIn("ada");
      await lab.rotateKeys();
      see("with a token of the old key, a page shows", await visitor.open(), "the notes");
      await lab.expire();
      await visitor.session();
      see("after expiry, a page shows", await visitor.open(), "the notes");
      await stillIn(visitor, lab);
    },
  },

  "seven-days": {
    async play(visitor, lab) {
      await visitor.signIn("ada");
      await lab.advance(6 * DAY);
      await visitor.session();
      see("after six days, a page shows", await visitor.open(), "the notes");
      await honoured(lab);
      await lab.advance(7 * DAY);
      await visitor.session();
      see("after seven more, a page shows", await visitor.open(), "why to sign in again");
      see("the family is", await lab.family(), "expired");
    },
  },

  "refresh-expired": {
    async play(visitor, lab) {
      await lab.settings({ refreshIdleTtl: HOUR });
      await visitor.signIn("ada");
      await lab.advance(HOUR + 1);
      const { seen, wayBack } = await visitor.follow("/notes/admin");
      see("after expiry, a page shows", seen, "why to sign in again");
      see("the way back leads to", wayBack, "/notes/admin");
      await visitor.signIn("ada");
      see("signed in again, one is back at", await visitor.open(wayBack), "Users");
      await honoured(lab, 2);
    },
  },

  "suspended-user": {
    async play(visitor, lab) {
      await visitor.signIn("grace");
      await lab.suspend("grace");
      see("a page shows", await visitor.open(), "why to sign in again");
      see("a Route Handler answers", await visitor.status("/api/notes"), 401);
      see("signing in again ends in", await visitor.trySignIn("grace"), "Refused");
    },
  },

  "stolen-token": {
    async play(visitor, lab) {
      await visitor.signIn("ada");
      await lab.advance(Math.max(1, (await lab.accessTtl()) - MINUTE));
      const thief = await lab.stealTokens();
      see("the thief comes first, and the backend answers", await thief.refresh(), 200);
      see("the thief reads the notes", await thief.readNotes(), 200);
      await lab.advance(2 * MINUTE);
      await visitor.session();
      see("the owner's refresh leaves the family", await lab.family(), "revoked: reused");
      see("the thief's access token is worth", await thief.readNotes(), 401);
      see("the thief's refresh token is worth", await thief.refresh(), 400);
      see("the owner is told", await visitor.open(), "why to sign in again");
    },
  },

  "spent-token": {
    async play(visitor, lab) {
      await visitor.signIn("ada");
      const thief = await lab.stealTokens();
      await lab.expire();
      await visitor.session();
      await lab.advance(5);
      see("the thief comes second, and the backend answers", await thief.refresh(), 400);
      see("the owner is told", await visitor.open(), "why to sign in again");
    },
  },

  "copied-cookie": {
    async play(visitor, lab) {
      const putBack = await copiedBeforeSignOut(visitor, "ada");
      see("sign-out leaves the family", await lab.family(), "revoked: signed-out");
      await putBack();
      see("with the copy, a Route Handler answers", await visitor.status("/api/notes"), 401);
      see("with the copy, a page shows", await visitor.open(), "why to sign in again");
      const { user, error } = await visitor.session();
      const who = error === undefined ? user?.name : undefined;
      see("to NextAuth, the copy is", who ?? "nobody", "nobody");
    },
  },
});

/** A user's session is refreshed during a fault, which then ends. @param meanwhile what is done and seen during it */
function troubled(fault: Fault, meanwhile: (visitor: Visitor) => Promise<void>): Scenario {
  return {
    async play(visitor, lab) {
      await visitor.signIn("ada");
      await lab.expire();
      await lab.fault(fault);
      await meanwhile(visitor);
      await lab.fault("none");
      // Without the API, the refresh has gone well.
      if (fault !== "api-only") await visitor.session();
      await stillIn(visitor, lab);
    },
  };
}

/**
 * Somebody copies the session cookie, and its owner signs out.
 *
 * @returns a function that puts the copy into the browser
 */
export async function copiedBeforeSignOut(visitor: Visitor, who: Who): Promise<() => Promise<void>> {
  await visitor.signIn(who);
  const putBack = await visitor.copyCookie();
  await visitor.signOut();
  return putBack;
}

async function seeNoError(when: string, visitor: Visitor): Promise<void> {
  see(`${when}, the session's error is`, (await visitor.session()).error, undefined);
}

/**
 * Whoever survived a scenario has lost nothing by it: pages open, the next expiry is survived as well, and the backend
 * honours the very token that is held then.
 */
async function stillIn(visitor: Visitor, lab: LabControl): Promise<void> {
  see("afterwards, a page shows", await visitor.open(), "the notes");
  see("once more, a page shows", await visitor.open(), "the notes");
  see("afterwards, the token family is", await lab.family(), "active");
  await lab.expire();
  await visitor.session();
  see("past the next expiry, a page shows", await visitor.open(), "the notes");
  await honoured(lab, 1, "past the next expiry, the token family is");
}

async function honoured(lab: LabControl, ordinal = 1, sentence = "the token family is"): Promise<void> {
  see(sentence, await lab.family(ordinal), "active");
  const honoured = "the one that the backend honours";
  see("the refresh token that is held is", await lab.holds(ordinal), honoured);
}
