import type { Lab } from "@/lib/lab/client/lab";
import { initialSnapshot, type LabSnapshot } from "@/lib/lab/client/snapshot";
import {
  type AccessState,
  defaultSettings,
  type Family,
  type LabState,
  type RefreshState,
} from "@/lib/lab/schemas";

/** A fixed Tuesday, so that a sample reads the same every day. */
export const sampleNow = Date.UTC(2026, 2, 3, 14, 30, 0);
const minutes = (count: number) => count * 60_000;
const day = 86_400_000;
const nobody = { session: null, access: null, refresh: null };

const done = async () => true;
const nothing = () => {};

/** A lab with a fixed state and without actions. */
export function shownLab(parts: Partial<LabSnapshot>): Lab {
  const snapshot: LabSnapshot = { ...initialSnapshot, status: "live", labId: "sample", ...parts };
  return {
    get: () => snapshot,
    subscribe: () => nothing,
    start: nothing,
    retry: nothing,
    renew: async () => {},
    stop: nothing,
    advance: done,
    changeSettings: done,
    chooseVariant: done,
    rotateKeys: done,
    reset: done,
    signIn: done,
    signOut: done,
    dismissNotice: async () => {},
  };
}

function access(generation: number, parts: Partial<AccessState> = {}): AccessState {
  const issuedAt = sampleNow - minutes(4);
  return {
    generation,
    jti: `a${generation}`,
    issuedAt,
    expiresAt: issuedAt + minutes(15),
    status: "live",
    ...parts,
  };
}

function refresh(generation: number, parts: Partial<RefreshState> = {}): RefreshState {
  const issuedAt = sampleNow - minutes(4);
  return {
    generation,
    status: "current",
    issuedAt,
    idleExpiresAt: issuedAt + 7 * day,
    usedAt: null,
    replacedBy: null,
    ...parts,
  };
}

function family(parts: Partial<Family>): Family {
  return {
    ordinal: 1,
    sid: "sample",
    userId: "ada",
    status: "active",
    reason: null,
    absoluteExpiresAt: sampleNow + 29 * day,
    access: [access(1)],
    refresh: [refresh(1)],
    ...parts,
  };
}

function state(families: Family[], holders: Partial<LabState["holders"]> = {}): LabState {
  return {
    id: "sample",
    clock: { now: sampleNow, offset: 0 },
    settings: defaultSettings,
    users: [{ id: "ada", name: "Ada Lovelace", email: "ada@example.com", role: "admin", suspended: false }],
    notes: [],
    families,
    keys: [{ kid: "k1", status: "signing" }],
    holders: { browser: nobody, next: nobody, attacker: nobody, ...holders },
    firstSeq: 1,
    lastSeq: 1,
  };
}

const gone = sampleNow - minutes(20);
const old = { issuedAt: gone, expiresAt: gone + minutes(15), status: "expired" } as const;
const spent = { status: "spent", issuedAt: gone, usedAt: sampleNow - minutes(4), replacedBy: 2 } as const;
const cookie = (generation: number) => ({ session: 1, access: generation, refresh: generation });
const three = { access: [access(3)], refresh: [refresh(3)] };
const revoked = {
  status: "revoked",
  reason: "reused",
  access: [access(1, old), access(2, { status: "revoked" })],
  refresh: [refresh(1, spent), refresh(2, { status: "revoked" })],
} as const;

/** The sample lab in its important states. */
export const sampleStates = {
  "signed out": state([]),
  fresh: state([family({})], { browser: cookie(1) }),
  "refreshed three times": state([family(three)], { browser: cookie(3) }),
  "access token expired": state([family({ access: [access(1, old)] })], { browser: cookie(1) }),
  "cookie lost: the browser holds a spent token": state(
    [family({ access: [access(1, old), access(2)], refresh: [refresh(1, spent), refresh(2)] })],
    { browser: cookie(1) },
  ),
  "stolen, and not used yet": state([family({})], {
    browser: cookie(1),
    attacker: { ...nobody, refresh: 1 },
  }),
  "family revoked": state(
    [family({ ...revoked, access: [...revoked.access], refresh: [...revoked.refresh] })],
    {
      browser: cookie(1),
      attacker: { ...nobody, refresh: 1 },
    },
  ),
} satisfies Record<string, LabState>;

const part = (value: unknown) => btoa(JSON.stringify(value)).replace(/=+$/, "");
const seconds = (instantMs: number) => Math.floor(instantMs / 1000);

/** The content of the browser's cookie in these samples. The token's signature is not valid. */
export const sampleTokens: NonNullable<LabSnapshot["tokens"]> = {
  session: {
    raw: "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..sample",
    header: { alg: "dir", enc: "A256GCM" },
    claims: {
      name: "Ada Lovelace",
      iat: seconds(sampleNow - minutes(4)),
      exp: seconds(sampleNow + minutes(56)),
    },
  },
  accessToken: [
    part({ alg: "ES256", kid: "k1", typ: "at+jwt" }),
    part({
      sub: "ada",
      iat: seconds(sampleNow - minutes(4)),
      exp: seconds(sampleNow + minutes(11)),
      roles: ["admin"],
    }),
    "sample",
  ].join("."),
  refreshToken: "sample-refresh-token",
};
