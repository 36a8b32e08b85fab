import { defineScenarios, type Scenario } from "@/lib/scenario/scenario";
import { see } from "@/lib/scenario/see";
import type { Fault } from "@/lib/scenario/settings";
import type { Visitor } from "@/lib/scenario/visitor";
import { copiedBeforeSignOut } from "../refresh-rotation/scenarios";

/** What is tried after a sign-out, by the id of its check. */
export const scenarios = defineScenarios({
  "cookie-session": {
    async play(visitor) {
      const putBack = await copiedBeforeSignOut(visitor, "grace");
      await putBack();
      see("to NextAuth, the copied cookie is", await nameOf(visitor), "nobody");
    },
  },

  "access-token": {
    async play(visitor, lab) {
      await visitor.signIn("grace");
      const thief = await lab.stealTokens();
      await visitor.signOut();
      see("the backend answers the old access token", await thief.readNotes(), 401);
    },
  },

  "refresh-token": {
    async play(visitor, lab) {
      await visitor.signIn("grace");
      const thief = await lab.stealTokens();
      await visitor.signOut();
      see("the backend answers the old refresh token", await thief.refresh(), 400);
    },
  },

  "backend-down": signOutDuring("outage", "once it is up"),
  "not-heard": signOutDuring("malformed", "once it answers properly"),

  "late-answer": {
    needs: "pages",
    async play(visitor) {
      await visitor.signIn("grace");
      const tab = await visitor.tab();
      await tab.open("/notes/account");
      const late = await tab.comeBackSlowly();
      await visitor.signOut();
      await late.land();
      see("after the late answer, the notes answer", await visitor.status("/api/notes"), 401);
      see("after the late answer, NextAuth greets", await nameOf(visitor), "nobody");
    },
  },

  "while-renewing": {
    async play(visitor, lab) {
      await visitor.signIn("grace");
      await lab.expire();
      // The tokens are renewed for this answer: until it lands, the browser has the old cookie.
      const late = await visitor.askSlowly();
      const thief = await lab.stealNewest();
      await visitor.signOut();
      await late.land();
      see("with the renewed cookie, the notes answer", await visitor.status("/api/notes"), 401);
      see("the backend answers the renewed refresh token", await thief.refresh(), 400);
    },
  },

  everywhere: {
    async play(visitor, lab) {
      const other = await visitor.another();
      await other.signIn("grace");
      const somebodyElse = await visitor.another();
      await somebodyElse.signIn("linus");
      await visitor.signIn("grace");
      await visitor.signOutEverywhere();
      const others = await nameOf(other);
      see("after “sign out everywhere”, the other browser’s user is", others, "nobody");
      see("and gets", await other.status("/api/notes"), 401);
      see("and this browser’s is", await nameOf(visitor), "nobody");
      see("somebody else is", await nameOf(somebodyElse), "Linus Torvalds");
      see("the other browser’s sign-in is", await lab.family(1), "revoked: signed-out");
      see("this browser’s sign-in is", await lab.family(3), "revoked: signed-out");
      await visitor.signIn("grace");
      see("signed in again, the notes answer", await visitor.status("/api/notes"), 200);
    },
  },
});

/** @param since when the backend answers again, in words */
function signOutDuring(fault: Fault, since: string): Scenario {
  return {
    async play(visitor, lab) {
      await visitor.signIn("grace");
      const thief = await lab.stealTokens();
      await lab.fault(fault);
      await visitor.signOut();
      see("in spite of the fault, this browser is", await nameOf(visitor), "nobody");
      await lab.fault("none");
      // A sign-in shows that the backend answers again, and does not wait until it has been told.
      await (await visitor.another()).signIn("linus");
      await lab.untilEnded();
      see(`${since}, the backend answers the old access token`, await thief.readNotes(), 401);
    },
  };
}

/** Whom NextAuth greets. */
async function nameOf(visitor: Visitor): Promise<string> {
  return (await visitor.session()).user?.name ?? "nobody";
}
