import { currentFamily } from "@/lib/lab/client/current-session";
import { refreshEndsAt } from "@/lib/lab/client/token-lifetimes";
import type { AccessState, Family, LabState, RefreshState } from "@/lib/lab/schemas";
import type { Bar, Drawn } from "./life-drawing";

/** The drawing covers at least this time, and at most this many access tokens. */
const spanMs = 40_000;
const shownTokens = 4;
/** In a drawing of more lifetimes, the newest access token's bar would be too small to see. */
const mostLifetimes = 8;
/** The drawing's length is a multiple of this, so that each quarter of the axis is a whole number of seconds. */
const evenMs = 4000;
/** The room that a label needs, as a share of the drawing's width. */
const roomForLabel = 0.075;

/**
 * What the demonstration shows.
 * - `signed-out`: the browser holds no session cookie that the backend knows
 * - `over`: the browser holds a session cookie, and the backend has ended that sign-in or no longer accepts its
 *   refresh token
 * - `alive`: the access token is valid
 * - `dead`: the access token has expired and has not been refreshed yet
 */
export type Phase = "signed-out" | "over" | "alive" | "dead";

export type Scene = {
  phase: Phase;
  /** The generations of the newest access token and refresh token. */
  access: number;
  refresh: number;
  /** The access token's lifetime, and the rest of it, in seconds. */
  lifeSeconds: number;
  leftSeconds: number;
  /** Whether the last refresh issued a new refresh token. Without rotation it does not. */
  rotated: boolean;
  /** Whether the browser's cookie holds the newest access token; otherwise only the server does. */
  inCookie: boolean;
  /** The signed-in user's first name. */
  user: string;
  drawn: Drawn;
};

export const signedOut: Scene = {
  phase: "signed-out",
  access: 0,
  refresh: 0,
  lifeSeconds: 0,
  leftSeconds: 0,
  rotated: false,
  inCookie: false,
  user: "",
  drawn: { bars: [], seams: [], axis: [] },
};

/**
 * Derives what the demonstration shows from the lab's state.
 *
 * @param state as the backend reported it last
 * @param nowMs lab time, in epoch ms
 */
export function sceneOf(state: LabState, nowMs: number): Scene {
  const family = currentFamily(state);
  const access = family?.access.at(-1);
  const refresh = family?.refresh.at(-1);
  const { browser } = state.holders;
  if (!family || !access || !refresh || browser.session !== family.ordinal) return signedOut;
  const leftMs = access.status === "live" ? Math.max(0, access.expiresAt - nowMs) : 0;
  const ended = family.status !== "active" || (leftMs === 0 && !isGood(refresh, family, nowMs));
  if (ended) return { ...signedOut, phase: "over" };
  return {
    phase: leftMs > 0 ? "alive" : "dead",
    access: access.generation,
    refresh: refresh.generation,
    lifeSeconds: (access.expiresAt - access.issuedAt) / 1000,
    leftSeconds: Math.ceil(leftMs / 1000),
    rotated: pairOf(access, [refresh]) !== undefined,
    inCookie: browser.access === access.generation,
    user: state.users.find(({ id }) => id === family.userId)?.name.split(" ")[0] ?? "the user",
    drawn: draw(family, nowMs),
  };
}

/** The backend reports an expired refresh token only when it is used; until then the clock decides. */
function isGood(refresh: RefreshState, family: Family, nowMs: number): boolean {
  return refresh.status === "current" && nowMs < refreshEndsAt(refresh, family);
}

function draw(family: Family, nowMs: number): Drawn {
  const refresh = family.refresh.slice(-shownTokens);
  const access = newestThatFit(
    family.access.slice(-shownTokens).map((token) => ({
      ...token,
      issuedAt: pairOf(token, refresh)?.issuedAt ?? token.issuedAt,
    })),
  );
  const startMs = access[0]?.issuedAt ?? nowMs;
  const endMs = endOf(startMs, access.at(-1)?.expiresAt ?? nowMs);
  const at = (instantMs: number) => Math.min(1, Math.max(0, (instantMs - startMs) / (endMs - startMs)));

  const life = (kind: Bar["kind"], token: string, from: number, end: number): Bar[] => {
    const lived = Math.min(end, nowMs);
    const short = at(lived) - at(from) < roomForLabel;
    const isNamed = !short || end <= lived;
    return [
      { kind, token, label: isNamed ? token : "", from: at(from), to: at(lived), look: "lived" },
      { kind, token, label: short ? token : "", from: at(lived), to: at(end), look: "left" },
    ];
  };
  const bars = [
    ...life("session", `S${family.ordinal}`, startMs, endMs),
    ...access.flatMap((token, index): Bar[] => {
      const next = access[index + 1]?.issuedAt;
      const end = Math.min(token.expiresAt, next ?? endMs);
      const name = `A${token.generation}`;
      const [from, to] = [at(end), at(next ?? nowMs)];
      const dead: Bar = { kind: "access", token: name, label: "", from, to, look: "dead" };
      return [...life("access", name, token.issuedAt, end), dead];
    }),
    ...refresh.flatMap((token, index) =>
      life(
        "refresh",
        `R${token.generation}`,
        token.issuedAt,
        Math.min(token.idleExpiresAt, refresh[index + 1]?.issuedAt ?? endMs),
      ),
    ),
  ];
  return {
    bars: bars.filter(({ from, to }) => to > from),
    seams: seamsOf(access, at),
    axis: axisOf(endMs - startMs),
    // A present moment beyond the drawing's end is not drawn.
    now: nowMs > endMs ? undefined : at(nowMs),
  };
}

/**
 * Finds the refresh token that was issued with an access token. A JWT's `iat` has whole seconds (RFC 7519 §2), so the
 * refresh token's instant is the more exact one.
 */
function pairOf(token: AccessState, refresh: readonly RefreshState[]): RefreshState | undefined {
  return refresh.find((each) => each.issuedAt >= token.issuedAt && each.issuedAt < token.issuedAt + 1000);
}

/** Drops the access tokens from before a long pause, such as a night or a jump of the lab's clock. */
function newestThatFit<Token extends AccessState>(access: readonly Token[]): readonly Token[] {
  const newest = access.at(-1);
  if (newest === undefined) return access;
  const mostMs = Math.max(spanMs, mostLifetimes * (newest.expiresAt - newest.issuedAt));
  return access.filter((token) => newest.expiresAt - token.issuedAt <= mostMs);
}

/** The drawing's end: later than the newest token's, and a whole number of axis steps after the start. */
function endOf(startMs: number, expiresAt: number): number {
  const lengthMs = Math.max(spanMs, (expiresAt - startMs) * 1.1);
  return startMs + Math.ceil(lengthMs / evenMs) * evenMs;
}

/** Labels every refresh that has room for a label. */
function seamsOf(access: readonly { issuedAt: number }[], at: (instantMs: number) => number) {
  let free = 0;
  return access.slice(1).map(({ issuedAt }, index) => {
    const here = at(issuedAt);
    const label = here < free || here > 0.9 ? "" : index === 0 ? "silent refresh" : "and again";
    if (label !== "") free = here + 0.22;
    return { at: here, label };
  });
}

const steps = [
  { seconds: 60, unit: "s", size: 1 },
  { seconds: 60 * 120, unit: "min", size: 60 },
  { seconds: 48 * 3600, unit: "h", size: 3600 },
  { seconds: Number.POSITIVE_INFINITY, unit: "d", size: 86_400 },
];

function axisOf(lengthMs: number) {
  const seconds = lengthMs / 1000;
  const step = steps.find((each) => seconds <= each.seconds);
  if (!step) return [];
  return [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const value = Math.round((seconds * share) / step.size);
    return { at: share, label: share === 1 ? `${value} ${step.unit}` : String(value) };
  });
}
