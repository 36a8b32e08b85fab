import { currentFamily } from "@/lib/lab/client/current-session";
import { refreshEndsAt } from "@/lib/lab/client/token-lifetimes";
import type { AccessState, Family, LabState, RefreshState } from "@/lib/lab/schemas";
import type { Bar, Drawn } from "./life-drawing";

/** How long the drawing is at least, and how many access tokens it shows. */
const spanMs = 40_000;
const shownTokens = 4;
/** The drawing is at most so many lifetimes of the newest access token long: in a longer one its bar could not be seen. */
const mostLifetimes = 8;
/** The axis has four parts, in whole seconds. */
const evenMs = 4000;
/** As a share of the drawing. */
const roomForLabel = 0.075;

/**
 * - `signed-out`: the browser holds no session cookie that the backend knows
 * - `over`: it holds one, and the backend has ended that sign-in, or takes its refresh token no more
 * - `alive`: the access token is good
 * - `dead`: it has expired, and nobody has refreshed it yet
 */
export type Phase = "signed-out" | "over" | "alive" | "dead";

export type Scene = {
  phase: Phase;
  /** The newest access token and refresh token. */
  access: number;
  refresh: number;
  /** How long the access token lives, and still has, in seconds. */
  lifeSeconds: number;
  leftSeconds: number;
  /** The last refresh brought a refresh token of its own: with rotation off it does not. */
  rotated: boolean;
  /** The newest access token is in the browser's cookie, and not only at the server. */
  inCookie: boolean;
  /** The first name of who is signed in. */
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
 * What the miniature shows of a lab at an instant of its own clock.
 *
 * @param state as the backend tells it
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

/** The backend says that a token has expired when somebody uses it: until then, the clock says so. */
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
    // The drawing ends, and time does not: later on there is no present moment in it.
    now: nowMs > endMs ? undefined : at(nowMs),
  };
}

/** A JWT's `iat` is in whole seconds (RFC 7519 §2): the refresh token of the same pair knows the moment better. */
function pairOf(token: AccessState, refresh: readonly RefreshState[]): RefreshState | undefined {
  return refresh.find((each) => each.issuedAt >= token.issuedAt && each.issuedAt < token.issuedAt + 1000);
}

/** Leaves out what lies before a long pause, such as a night or a jump of the lab's clock. */
function newestThatFit<Token extends AccessState>(access: readonly Token[]): readonly Token[] {
  const newest = access.at(-1);
  if (newest === undefined) return access;
  const mostMs = Math.max(spanMs, mostLifetimes * (newest.expiresAt - newest.issuedAt));
  return access.filter((token) => newest.expiresAt - token.issuedAt <= mostMs);
}

/** Past the newest token's end, and even on the axis. */
function endOf(startMs: number, expiresAt: number): number {
  const lengthMs = Math.max(spanMs, (expiresAt - startMs) * 1.1);
  return startMs + Math.ceil(lengthMs / evenMs) * evenMs;
}

/** Names every refresh that has room for its name. */
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
