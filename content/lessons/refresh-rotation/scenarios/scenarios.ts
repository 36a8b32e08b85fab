import { browser, SessionLost } from "@/lib/lab/client/scenario/browser";
import type { Fault } from "@/lib/lab/schemas";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A minute more than an access token lives. */
const PAST_EXPIRY = 16 * MINUTE;
/** How long the late answer is on its way, in real milliseconds. */
const LATE_MS = 1_500;

/**
 * Each scenario as it is played in the learner's lab, by the id of the check that plays the same one. It begins
 * signed in, a moment ago.
 *
 * @throws SessionLost when the user was signed out for no reason of their own
 */
export const scenarios: Record<string, () => Promise<void>> = {
  "idle-return": async () => {
    await browser.advance(PAST_EXPIRY);
    await browser.comeBack();
    await stillIn();
  },

  "layout-and-page": async () => {
    await browser.advance(PAST_EXPIRY);
    await browser.expectNotes();
    await stillIn();
  },

  "data-request": async () => {
    await browser.advance(PAST_EXPIRY);
    if ((await browser.requestNotes()) !== 200) throw new SessionLost();
    await stillIn();
  },

  "parallel-requests": async () => {
    await browser.advance(PAST_EXPIRY);
    await browser.atOnce(() => Promise.all(Array.from({ length: 5 }, () => browser.comeBack())));
    await stillIn();
  },

  "two-tabs": async () => {
    await Promise.all([browser.open(), browser.open()]);
    await browser.advance(PAST_EXPIRY);
    await browser.atOnce(() => Promise.all([browser.comeBack(), browser.comeBack()]));
    await stillIn();
  },

  "late-answer": async () => {
    const late = browser.comeBack(LATE_MS);
    // The slow answer must have been made before the clock moves: only its way is long.
    await browser.open();
    await browser.advance(PAST_EXPIRY);
    await browser.comeBack();
    await late;
    await browser.advance(MINUTE);
    await stillIn();
  },

  "backend-down": () => troubled("outage"),
  "backend-silent": () => troubled("timeout"),
  "backend-malformed": () => troubled("malformed"),

  "client-refused": () => troubled("client-refused", expectAway),
  "token-endpoint-down": () => troubled("refresh-only", expectAway),
  "api-down": () => troubled("api-only", expectAway),
  "lost-answer": () => troubled("lost-answer"),

  "no-successor": async () => {
    await browser.settings({ graceReply: "none" });
    await browser.advance(PAST_EXPIRY);
    // The second refresh comes while the first is under way, and its answer lands last.
    await browser.atOnce(() => Promise.all([browser.comeBack(), browser.comeBack(LATE_MS)]));
    await browser.advance(MINUTE);
    await stillIn();
  },

  "no-rotation": async () => {
    await browser.settings({ rotation: false });
    await browser.advance(PAST_EXPIRY);
    await browser.expectNotes();
    await stillIn();
  },

  "two-users": async () => {
    const asAda = await browser.copyCookie();
    await browser.signIn("Grace");
    await browser.advance(PAST_EXPIRY);
    await browser.atOnce(async () => {
      const grace = browser.comeBack();
      await asAda();
      await Promise.all([grace, browser.comeBack(LATE_MS)]);
    });
    await browser.expectNotesOf("Ada");
    await stillIn();
  },

  "shorter-lifetimes": async () => {
    await browser.settings({ accessTtl: MINUTE });
    await browser.advance(10 * MINUTE);
    await browser.expectNotes();
    await browser.advance(6 * MINUTE);
    await browser.comeBack();
    await browser.expectNotes();
    await browser.advance(MINUTE);
    await browser.comeBack();
    await browser.expectNotes();
  },

  "key-rotated": async () => {
    await browser.rotateKeys();
    await browser.expectNotes();
    await browser.advance(PAST_EXPIRY);
    await browser.comeBack();
    await stillIn();
  },

  "seven-days": async () => {
    await browser.advance(6 * DAY);
    await browser.comeBack();
    await browser.expectNotes();
    await browser.advance(7 * DAY);
    await browser.comeBack();
    await browser.open();
  },

  "refresh-expired": async () => {
    await browser.advance(8 * DAY);
    await browser.open("/notes/admin");
  },

  "suspended-user": async () => {
    await browser.signIn("Grace");
    await browser.suspend("grace@example.com", true);
    await browser.open();
    await browser.suspend("grace@example.com", false);
  },

  "stolen-token": async () => {
    await browser.advance(14 * MINUTE);
    const thief = await browser.stealTokens();
    await thief.refresh();
    await browser.advance(2 * MINUTE);
    await browser.comeBack();
    if (await thief.refresh()) throw new SessionLost();
    await browser.open();
  },

  "spent-token": async () => {
    const thief = await browser.stealTokens();
    await browser.advance(PAST_EXPIRY);
    await browser.comeBack();
    await browser.advance(5);
    if (await thief.refresh()) throw new SessionLost();
    await browser.open();
  },

  "copied-cookie": async () => {
    const putBack = await browser.copyCookie();
    await browser.signOut();
    await putBack();
    await browser.open();
    if (await browser.sessionIsSomebody()) throw new SessionLost();
  },
};

/** Nothing was lost: pages open, and the next expiry is survived as well. */
async function stillIn(): Promise<void> {
  await browser.expectNotes();
  await browser.advance(PAST_EXPIRY);
  await browser.comeBack();
  await browser.expectNotes();
}

/** A page says that the backend is away, and nothing else. */
async function expectAway(): Promise<void> {
  if ((await browser.open()) !== "a backend that is away") throw new SessionLost();
}

/** The backend fails when it is time to refresh, and comes back. */
async function troubled(fault: Fault, meanwhile = async () => {}): Promise<void> {
  await browser.advance(PAST_EXPIRY);
  await browser.settings({ fault });
  await browser.comeBack();
  await meanwhile();
  await browser.settings({ fault: "none" });
  await browser.comeBack();
  await stillIn();
}
