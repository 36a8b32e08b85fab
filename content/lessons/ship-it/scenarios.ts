import { defineScenarios } from "@/lib/scenario/scenario";
import { see } from "@/lib/scenario/see";
import { scenarios as accidents, copiedBeforeSignOut } from "../refresh-rotation/scenarios";

/** Lines of the list that are a story, by the id of their check. Where lesson 2 tells the same one, it is that one; an outage is shorter here, for the list is tried whole. */
export const scenarios = defineScenarios({
  "page-after-expiry": {
    async play(visitor, lab) {
      await visitor.signIn("ada");
      for (const visit of ["the first", "the second"]) {
        await lab.expire();
        see(`${visit} page after expiry shows`, await visitor.open(), "the notes");
      }
    },
  },

  "outage-keeps-session": {
    async play(visitor, lab) {
      await visitor.signIn("ada");
      await lab.expire();
      await lab.fault("outage");
      await visitor.session();
      await lab.fault("none");
      see("after the outage, the session is", (await visitor.session()).user?.name, "Ada Lovelace");
      see("after the outage, the notes answer", await visitor.status("/api/notes"), 200);
    },
  },

  "stolen-refresh-token": accidents["stolen-token"],

  "sign-out-revokes": {
    async play(visitor, lab) {
      await visitor.signIn("ada");
      const thief = await lab.stealTokens();
      await visitor.signOut();
      see("after sign-out, the refresh token is worth", await thief.refresh(), 400);
      see("the family is", await lab.family(), "revoked: signed-out");
    },
  },

  "copied-cookie": {
    async play(visitor) {
      const putBack = await copiedBeforeSignOut(visitor, "ada");
      await putBack();
      see("with the copy, the notes answer", await visitor.status("/api/notes"), 401);
      const { user, error } = await visitor.session();
      const who = error === undefined ? user?.name : undefined;
      see("to NextAuth, the copy is", who ?? "nobody", "nobody");
    },
  },
});
