import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultSettings, type Family, type Holding, type LabState, type RefreshState } from "../schemas.ts";
import { tokenHolders } from "./token-holders.ts";

/*
 * A model of a lab as the backend and its observers record it: a user who signs in and out, refreshes and loses the
 * answer, a thief, and a switch between variants that keep the tokens in the cookie and in a store.
 */
const none: Holding = { session: null, access: null, refresh: null };

class ModelLab {
  now = 1_000;
  grace = 0;
  families: Family[] = [];
  holders = { browser: none, next: none, attacker: none };
  /** Where the current variant keeps the tokens, and so which refresh token the app sends. */
  inStore = false;
  private generation = 0;

  signIn(who: "browser" | "attacker") {
    const token = this.newToken();
    const ordinal = this.families.length + 1;
    const family: Family = {
      ordinal,
      sid: `s${ordinal}`,
      userId: "ada",
      status: "active",
      reason: null,
      absoluteExpiresAt: 1e9,
      refresh: [token],
      access: [],
    };
    this.families.push(family);
    this.keep(who, ordinal, token.generation);
  }

  /** @param lost whether the answer's cookie is never written */
  refresh(lost: boolean) {
    const family = this.own();
    const sent = this.sent();
    if (family === undefined || sent === null) return;
    const successor = this.rotate(family, sent);
    if (successor === null) return;
    if (this.inStore) this.keepInStore(family.ordinal, successor);
    else if (!lost) this.keep("browser", family.ordinal, successor);
  }

  theft() {
    const refresh = this.sent();
    if (refresh !== null) this.holders = { ...this.holders, attacker: { ...none, refresh } };
  }

  thiefRefreshes() {
    const { refresh } = this.holders.attacker;
    const family = this.families.find((one) => one.refresh.some(({ generation }) => generation === refresh));
    if (family === undefined || refresh === null) return;
    const successor = this.rotate(family, refresh);
    if (successor !== null) this.holders = { ...this.holders, attacker: { ...none, refresh: successor } };
  }

  signOut() {
    const family = this.own();
    if (family !== undefined) end(family, "signed-out");
    this.holders = { ...this.holders, browser: none, next: none };
  }

  /** The switch to a store happens at the next request, which cannot always write the cookie. */
  switchVariant(cookieWritten: boolean) {
    const family = this.own();
    const sent = this.sent();
    this.inStore = !this.inStore;
    if (family === undefined || sent === null) {
      if (!this.inStore) this.holders = { ...this.holders, next: none };
    } else if (this.inStore) this.keepInStore(family.ordinal, sent, cookieWritten);
    else this.keep("browser", family.ordinal, sent);
  }

  pass(seconds: number) {
    this.now += seconds * 1000;
  }

  state(): LabState {
    return {
      id: "model",
      clock: { now: this.now, offset: 0 },
      settings: { ...defaultSettings, grace: this.grace },
      users: [],
      notes: [],
      families: this.families,
      keys: [],
      holders: this.holders,
      firstSeq: 1,
      lastSeq: 1,
    };
  }

  /** Whether the backend would refuse, by its own records and not by the holders. */
  wouldBeRefused(): boolean {
    const family = this.own();
    const sent = this.sent();
    if (family === undefined || sent === null) return false;
    return this.judge(family, sent) === "refuse";
  }

  private sent(): number | null {
    return this.inStore ? this.holders.next.refresh : this.holders.browser.refresh;
  }

  private own() {
    return this.families.find(({ ordinal }) => ordinal === this.holders.browser.session);
  }

  private judge(family: Family, generation: number) {
    const token = family.refresh.find((one) => one.generation === generation);
    if (family.status !== "active" || token === undefined) return "refuse";
    if (token.usedAt === null) return "rotate";
    const isLast = token.replacedBy === family.refresh.at(-1)?.generation;
    // A grace window that a longer setting opened closes when the setting is shortened.
    const closesAt = Math.min(token.graceEndsAt ?? 0, token.usedAt + this.grace * 1000);
    return isLast && this.now < closesAt ? "replay" : "refuse";
  }

  /** @returns the generation that the caller gets; null when it is refused */
  private rotate(family: Family, generation: number): number | null {
    const verdict = this.judge(family, generation);
    if (verdict === "refuse") {
      const token = family.refresh.find((one) => one.generation === generation);
      if (token?.usedAt !== null) end(family, "reused");
      return null;
    }
    if (verdict === "replay") return family.refresh.at(-1)?.generation ?? null;
    const successor = this.newToken();
    family.refresh = [
      ...family.refresh.map((one) =>
        one.generation === generation
          ? {
              ...one,
              status: "spent" as const,
              usedAt: this.now,
              replacedBy: successor.generation,
              graceEndsAt: this.now + this.grace * 1000,
            }
          : one,
      ),
      successor,
    ];
    return successor.generation;
  }

  private keep(who: "browser" | "attacker", session: number, refresh: number) {
    if (who === "attacker") {
      const attacker = { session, access: null, refresh: this.inStore ? null : refresh };
      this.holders = { ...this.holders, attacker };
    } else if (this.inStore) this.keepInStore(session, refresh);
    else this.holders = { ...this.holders, browser: { session, access: null, refresh }, next: none };
  }

  private keepInStore(session: number, refresh: number, cookieWritten = true) {
    const browser = cookieWritten ? { session, access: null, refresh: null } : this.holders.browser;
    this.holders = { ...this.holders, browser, next: { ...none, refresh } };
  }

  private newToken(): RefreshState {
    this.generation += 1;
    return {
      generation: this.generation,
      status: "current",
      issuedAt: this.now,
      idleExpiresAt: 1e9,
      usedAt: null,
      replacedBy: null,
      graceEndsAt: 0,
    };
  }
}

function end(family: Family, reason: string) {
  family.status = "revoked";
  family.reason = reason;
  family.refresh = family.refresh.map((token) =>
    token.status === "current" ? { ...token, status: "revoked" } : token,
  );
}

const steps: Record<string, (lab: ModelLab) => void> = {
  "sign in": (lab) => lab.signIn("browser"),
  refresh: (lab) => lab.refresh(false),
  "refresh, answer lost": (lab) => lab.refresh(true),
  "a thief copies the token": (lab) => lab.theft(),
  "the thief refreshes": (lab) => lab.thiefRefreshes(),
  "the attacker signs in": (lab) => lab.signIn("attacker"),
  "sign out": (lab) => lab.signOut(),
  "another variant": (lab) => lab.switchVariant(true),
  "another variant, cookie not written": (lab) => lab.switchVariant(false),
  "grace 10": (lab) => {
    lab.grace = 10;
  },
  "grace 0": (lab) => {
    lab.grace = 0;
  },
  "5 s": (lab) => lab.pass(5),
  "an hour": (lab) => lab.pass(3_600),
};

test("whatever happened, the alarm is there exactly while the browser's next refresh would be refused", () => {
  const seen = { red: 0, quiet: 0 };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 30 }), (names) => {
      const lab = new ModelLab();
      for (const name of ["sign in", ...names]) {
        steps[name]?.(lab);
        const { mismatch, places } = tokenHolders(lab.state(), lab.now);
        const refused = lab.wouldBeRefused();
        expect(mismatch !== null, `the sentence, after ${name}`).toBe(refused);
        const marked = places.filter((place) => place.wrong && place.name !== "Attacker");
        expect(marked.length, `the marks, after ${name}`).toBe(refused ? 1 : 0);
        seen[refused ? "red" : "quiet"] += 1;
      }
    }),
    { numRuns: 2_000 },
  );
  expect(seen.red).toBeGreaterThan(1_000);
  expect(seen.quiet).toBeGreaterThan(1_000);
});

test("a grace window that closes while nothing happens turns the alarm on", () => {
  const lab = new ModelLab();
  lab.grace = 10;
  lab.signIn("browser");
  lab.refresh(true);
  expect(tokenHolders(lab.state(), lab.now).mismatch).toBeNull();
  expect(tokenHolders(lab.state(), lab.now).agreement).toMatch(/R1, which is spent. Within the grace window/);
  expect(tokenHolders(lab.state(), lab.now + 10_000).mismatch).toMatch(/The next use of R1 counts as theft/);
});

test("tokens that the Next server keeps for another sign-in say nothing of this browser's", () => {
  const lab = new ModelLab();
  lab.signIn("browser");
  lab.signIn("attacker");
  const { refresh } = lab.holders.attacker;
  lab.holders = { ...lab.holders, next: { ...none, refresh } };
  expect(tokenHolders(lab.state(), lab.now).mismatch).toBeNull();
});
