import { expect, test } from "vitest";
import { labEvent } from "@/test-doubles/fake-lab";
import { defaultSettings, type Family, type LabState } from "../schemas.ts";
import { announcement, announcementOf } from "./announcement.ts";
import { currentFamily, signedInUser } from "./current-session.ts";
import { tokenHolders } from "./token-holders.ts";
import { remaining, tokenLifetimes } from "./token-lifetimes.ts";

const none = { session: null, access: null, refresh: null };

function family(parts: Partial<Family> = {}): Family {
  return {
    ordinal: 1,
    sid: "sid-1",
    userId: "user-ada",
    status: "active",
    reason: null,
    absoluteExpiresAt: 100_000,
    refresh: [
      { generation: 1, status: "spent", issuedAt: 0, idleExpiresAt: 50_000, usedAt: 10, replacedBy: 2 },
      {
        generation: 2,
        status: "current",
        issuedAt: 10,
        idleExpiresAt: 120_000,
        usedAt: null,
        replacedBy: null,
      },
    ],
    access: [{ generation: 2, jti: "j", issuedAt: 0, expiresAt: 20_000, status: "live" }],
    ...parts,
  };
}

function state(parts: Partial<LabState> = {}): LabState {
  return {
    id: "lab",
    clock: { now: 0, offset: 0 },
    settings: defaultSettings,
    users: [
      { id: "user-ada", name: "Ada Lovelace", email: "ada@example.com", role: "admin", suspended: false },
    ],
    notes: [],
    families: [family()],
    keys: [],
    holders: { browser: { session: 1, access: 2, refresh: 2 }, next: none, attacker: none },
    firstSeq: 1,
    lastSeq: 1,
    ...parts,
  };
}

const sessionTokens = {
  session: { raw: "a..b.c.d", header: {}, claims: { iat: 0, exp: 3600 } },
  accessToken: null,
  refreshToken: null,
};

test("the bars show the newest tokens of the browser's sign-in, and the session cookie on real time", () => {
  const [session, access, refresh] = tokenLifetimes(state(), sessionTokens);
  expect(session).toMatchObject({ generation: 1, expiresAt: 3_600_000, clock: "real" });
  expect(access).toMatchObject({ generation: 2, expiresAt: 20_000, clock: "lab" });
  // The absolute end is earlier than the idle one.
  expect(refresh).toMatchObject({ generation: 2, expiresAt: 100_000, status: "live" });
});

test("a bar drains to the end and then says expired; the backend's own word comes first", () => {
  const [, access] = tokenLifetimes(state(), null);
  if (access === undefined) throw new Error("no bar");
  expect(remaining(access, 5_000)).toMatchObject({ status: "live", share: 0.75, words: "15 s" });
  expect(remaining(access, 20_000)).toMatchObject({ status: "expired", share: 0 });
  expect(remaining({ ...access, status: "revoked" }, 5_000).words).toBe("revoked");
});

test("signed out there is no user, and a session without a sign-in behind it says so", () => {
  const out = state({ holders: { browser: none, next: none, attacker: none } });
  expect(signedInUser(out, null)).toBeNull();
  expect(signedInUser(out, sessionTokens)?.name).toBe("Nobody the backend knows");
  expect(signedInUser(state(), null)?.name).toBe("Ada Lovelace");
});

test("the last sign-in stays in view after signing out", () => {
  expect(currentFamily(state({ holders: { browser: none, next: none, attacker: none } }))?.ordinal).toBe(1);
});

test("nothing is wrong while browser and backend agree", () => {
  expect(tokenHolders(state(), 0).mismatch).toBeNull();
});

test("a browser left behind with a spent refresh token is told what the next use means", () => {
  const lost = state({
    holders: { browser: { session: 1, access: 2, refresh: 1 }, next: none, attacker: none },
  });
  const found = tokenHolders(lost, 0);
  expect(found.mismatch).toMatch(/holds R1, the backend has moved on to R2/);
  expect(found.places[0]).toMatchObject({ wrong: true });
  expect(found.places[0]?.held).toContainEqual({ kind: "refresh", generation: 1, status: "spent" });
});

test("a revoked family is honoured in nothing, and says why", () => {
  const found = tokenHolders(state({ families: [family({ status: "revoked", reason: "reused" })] }), 0);
  expect(found.places[2]?.held).toEqual([]);
  expect(found.mismatch).toMatch(/a spent refresh token was used again/);
});

test("an attacker has a place only while holding something", () => {
  expect(tokenHolders(state(), 0).places).toHaveLength(3);
  const stolen = { browser: none, next: none, attacker: { ...none, refresh: 1 } };
  expect(tokenHolders(state({ holders: stolen }), 0).places[3]).toMatchObject({
    name: "Attacker",
    wrong: true,
  });
});

test("what the attacker can do is said for as long as the backend honours it", () => {
  const stolen = { browser: none, next: none, attacker: { ...none, refresh: 2 } };
  expect(tokenHolders(state({ holders: stolen }), 0).theft).toMatch(/holds R2, which the backend honours/);
  const spent = { browser: none, next: none, attacker: { ...none, refresh: 1 } };
  expect(tokenHolders(state({ holders: spent }), 0).theft).toMatch(/no longer honours/);
  expect(tokenHolders(state(), 0).theft).toBeNull();
});

test("a server that keeps a spent token is named, not the browser", () => {
  const lost = { browser: { ...none, session: 1 }, next: { ...none, refresh: 1 }, attacker: none };
  const found = tokenHolders(state({ holders: lost }), 0);
  expect(found.mismatch).toMatch(/^The Next server holds R1/);
  expect(found.places.map(({ wrong }) => wrong)).toEqual([false, true, false]);
});

test("a refresh is announced with its new tokens, and a request is not announced", () => {
  const tokens = [
    { kind: "refresh", generation: 1, family: 1, role: "carried" },
    { kind: "access", generation: 2, family: 1, role: "issued" },
    { kind: "refresh", generation: 2, family: 1, role: "issued" },
  ] as const;
  const rotated = labEvent(1, { name: "token.rotated", tokens: [...tokens] });
  expect(announcement(rotated)).toBe("Refreshed: A2 and R2 issued.");
  expect(announcement(labEvent(2, { type: "request", name: "GET /notes" }))).toBeNull();
});

test("of a burst, a loss is announced rather than the refresh before it", () => {
  const burst = [
    labEvent(1, { name: "cookie.dropped", outcome: "failed", text: "The cookie was dropped." }),
    labEvent(2, { name: "token.rotated", outcome: "ok" }),
  ];
  expect(announcementOf(burst)).toBe("The cookie was dropped.");
  expect(announcementOf([labEvent(3)])).toBeNull();
});

test("where nothing is wrong, the whereabouts say whose tokens the backend honours", () => {
  const nobody = { browser: none, next: none, attacker: none };
  expect(tokenHolders(state(), 0).agreement).toBe("What is held is what the backend honours.");
  expect(tokenHolders(state({ holders: nobody }), 0).agreement).toMatch(
    /not ended there, or was made elsewhere/,
  );
  expect(tokenHolders(state({ holders: nobody, families: [] }), 0).agreement).toBe("Nobody holds a token.");
});

test("an access token that is over is not said to be honoured, and what can replace it is named", () => {
  const [token] = family().access;
  if (token === undefined) throw new Error("no token");
  const over = family({ access: [{ ...token, status: "expired" }] });
  expect(tokenHolders(state({ families: [over] }), 0).agreement).toBe(
    "A2 is expired. The backend still honours R2, and a refresh with it brings the next one.",
  );
  const bare = { browser: { ...none, access: 2 }, next: none, attacker: none };
  const noRefresh = family({ ...over, refresh: [] });
  expect(tokenHolders(state({ holders: bare, families: [noRefresh] }), 0).agreement).toMatch(
    /nothing that could/,
  );
  expect(tokenHolders(state({ holders: bare, families: [] }), 0).agreement).toMatch(/knows no A2/);
});

test("an attacker with a sign-in of their own is not said to race this browser's", () => {
  const [token] = family().refresh;
  if (token === undefined) throw new Error("no token");
  const own = family({ ordinal: 2, refresh: [{ ...token, generation: 7, status: "current" }] });
  const thief = { browser: { ...none, session: 1 }, next: none, attacker: { ...none, refresh: 7 } };
  const { theft } = tokenHolders(state({ holders: thief, families: [family(), own] }), 0);
  expect(theft).toBe(
    "The attacker holds R7 of another sign-in, which the backend honours: they can refresh as its user.",
  );
});
