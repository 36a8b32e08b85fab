import type { LabEvent } from "@/lib/lab/schemas";

/**
 * What happened in a run and why, in one or two sentences, read from nothing but its events: the recorded runs and
 * the learner's own are told by the same words.
 */
export function explain(events: readonly LabEvent[]): string {
  for (const tell of stories) {
    const story = tell(events);
    if (story !== null) return story;
  }
  return "Nothing had to be refreshed, and nothing was lost.";
}

type Story = (events: readonly LabEvent[]) => string | null;

const theftNoticed: Story = (events) => {
  const end = reuse(events);
  if (end === null || !end.uses.some(({ from }) => from === "attacker")) return null;
  const [first] = end.uses;
  return first?.from === "attacker"
    ? `The thief used R${end.generation} before its owner did. When the owner's copy came as well, the backend saw one token twice and ended the family: neither has anything left, and the owner is asked to sign in.`
    : `The owner had spent R${end.generation} already. The thief's copy was the second, so the backend ended the family: the thief got nothing, and the owner is asked to sign in.`;
};

const theftUnnoticed: Story = (events) => {
  const won = answersTo(events, "attacker").some(
    ({ outcome, tokens }) => outcome === "ok" && tokens.length > 0,
  );
  if (!won) return null;
  return events.some(({ name }) => name === "token.replayed-in-grace")
    ? "The thief's copy came within the grace window, and the backend gave it the owner's own successor: both now hold it, until one of them refreshes and the other comes after."
    : "The thief exchanged the token, and its owner never used it again: nobody noticed.";
};

const lostCookie: Story = (events) => {
  const end = reuse(events);
  if (end === null) return null;
  const dropped = events.find(
    ({ name, seq, tokens }) => name === "cookie.dropped" && seq < end.seq && carries(tokens, end.generation),
  );
  if (dropped === undefined) return null;
  return `R${end.generation} was exchanged in ${surfaces[dropped.code ?? ""] ?? "a place"}, which cannot write the cookie. The browser kept R${end.generation} and came with it again; the backend took that for a theft and ended the family.`;
};

const lateAnswer: Story = (events) => {
  const end = reuse(events);
  if (end === null) return null;
  const held = events
    .filter((event) => event.seq < end.seq && isHeldByBrowser(event))
    .map(({ tokens }) => refreshIn(tokens));
  const newer = held.findIndex((generation) => generation !== null && generation > end.generation);
  if (newer === -1 || !held.slice(newer).includes(end.generation)) return null;
  return `The browser already held R${end.generation + 1} when an answer from before the refresh landed and put R${end.generation} back. The last writer won: the next refresh used a spent token, and the backend ended the family.`;
};

const lostAnswer: Story = (events) => {
  const lost = events.find(({ name, code }) => name === "fault.injected" && code === "lost-answer");
  if (lost === undefined) return null;
  const spent = refreshIn(
    events.findLast(({ name, seq }) => name === "token.rotated" && seq < lost.seq)?.tokens ?? [],
  );
  if (spent === null) return null;
  const begin = `The backend exchanged R${spent}, and its answer was lost on the way. The app still held R${spent} and sent it again;`;
  if (reuse(events)?.generation === spent) {
    return `${begin} the backend took that for a theft and ended the family.`;
  }
  return events.some(({ name }) => name === "token.replayed-in-grace")
    ? `${begin} within the grace window the backend gave it the same successor once more.`
    : null;
};

const noSuccessor: Story = (events) => {
  const loser = events.find(
    ({ name, code }) => name === "token.replayed-in-grace" && code === "already_rotated",
  );
  const generation = refreshIn(loser?.tokens ?? []);
  if (generation === null) return null;
  const begin = `R${generation} was sent twice at once. The backend forgave the second use and gave it no successor`;
  return reuse(events) === null
    ? `${begin}: nothing was lost by it.`
    : `${begin}. Its answer landed last and put R${generation} back into the browser; the next refresh looked like a theft, and the backend ended the family.`;
};

const race: Story = (events) => {
  const end = reuse(events);
  if (end === null) return null;
  const [often, rest] = end.uses.length === 2 ? ["twice", "other"] : [`${end.uses.length} times`, "others"];
  return `R${end.generation} was sent ${often}. One got its successor; the backend took the ${rest} for a theft and ended the family.`;
};

const ended: Story = (events) => {
  const revoked = events.find(({ name }) => name === "family.revoked");
  if (revoked?.code === "suspended") {
    return "The backend ended the user's families at once: it refuses the access token by its session, whatever the token's own expiry says.";
  }
  if (revoked?.code !== "signed-out") return null;
  const isNobody = events.some(
    ({ name, outcome, seq }) => name === "jwt.ran" && outcome === "refused" && seq > revoked.seq,
  );
  return isNobody
    ? "Sign-out ended the family at the backend and forgot the session that the cookie names: the copy stands for nothing."
    : "Sign-out ended the family at the backend, so the copy reads no notes. But the cookie holds everything that NextAuth needs to greet whoever brings it, and NextAuth asks nobody.";
};

const expired: Story = (events) => {
  const refused = answersTo(events, "next").find(({ code }) => code === "expired");
  if (refused === undefined) return null;
  return "The refresh token had come to its own end. The backend refused it, and the app asked for a new sign-in, with the way back in the address.";
};

const unrefreshed: Story = (events) =>
  events.some(({ name }) => name === "refresh.skipped") && refreshes(events).length === 0
    ? "The access token expired, and nothing in this variant refreshes it: the user is asked to sign in again."
    : null;

const dropped: Story = (events) => {
  const note = events.find(({ name }) => name === "cookie.dropped");
  if (note === undefined) return null;
  return `The new tokens came in ${surfaces[note.code ?? ""] ?? "a place"}, which cannot write the cookie: the browser still holds R${refreshIn(note.tokens) ?? "?"}, which is spent. It works for as long as somebody remembers the successor, and no longer.`;
};

const clientRefused: Story = (events) =>
  answersTo(events, "next").some(({ code }) => code === "invalid_client")
    ? "The backend refused the app itself (invalid_client), which says nothing about the user's refresh token: the session was kept, and the next request refreshed it."
    : null;

const appRefused: Story = (events) => {
  const failed = events.find(
    ({ name, code }) => name === "refresh.failed" && (code === "misconfigured" || code === "locked-out"),
  );
  if (failed === undefined) return null;
  return failed.code === "locked-out"
    ? "The backend limited how often this app may ask. That says nothing about the refresh token, and the session was kept."
    : "The backend refused the app's request with a code that says nothing about the refresh token, and the session was kept.";
};

const tokenEndpointDown: Story = (events) =>
  events.some(({ name, code }) => name === "fault.injected" && code === "refresh-only")
    ? "The token endpoint alone was away, which says nothing about the token: the expired access token was not sent, the session was kept, and a later request refreshed it."
    : null;

const apiDown: Story = (events) =>
  events.some(({ name, code }) => name === "fault.injected" && code === "api-only")
    ? "The API gave no usable answer, and the page said so. The token endpoint worked: the session was refreshed and kept."
    : null;

const outage: Story = (events) => {
  const failed = events.some(({ name, code }) => name === "refresh.failed" && code === "unavailable");
  if (!failed) return null;
  return "The backend gave no usable answer, which says nothing about the token: the session was kept, and the next request refreshed it.";
};

const forgiven: Story = (events) => {
  const count = events.filter(
    ({ name, code }) => name === "token.replayed-in-grace" && code !== "already_rotated",
  ).length;
  if (count === 0) return null;
  const [often, all] = count === 1 ? ["twice", "both"] : [`${count + 1} times`, "all"];
  return `One token was spent ${often} at once, and the grace window forgave it: ${all} got the same successor, and each answer wrote it into the cookie.`;
};

const shared: Story = (events) => {
  const count = events.filter(({ name }) => name === "refresh.shared").length;
  if (count === 0) return null;
  return `One refresh served ${count + 1} requests: the ${count === 1 ? "other" : "others"} waited for it and took its answer.`;
};

const refreshed: Story = (events) => {
  const rotated = events.filter(({ name }) => name === "token.rotated");
  const count = rotated.length;
  if (count === 0) return null;
  const families = new Set(rotated.map(({ tokens }) => tokens[0]?.family));
  if (families.size > 1) {
    return `${count} refreshes for ${families.size} sign-ins, each with its own refresh token: nobody got another's.`;
  }
  return `${count === 1 ? "One refresh" : `${count} refreshes, one at a time`}, each kept where the next request finds it: nobody noticed.`;
};

const unrotated: Story = (events) => {
  const served = answersTo(events, "next").filter(({ outcome }) => outcome === "ok");
  if (served.length === 0 || events.some(({ name }) => name === "token.rotated")) return null;
  return "The backend does not rotate: each refresh brought an access token, and the refresh token went on. What a page could not keep was not needed.";
};

/** The first that applies is told: what ended a session comes before what was survived. */
const stories: readonly Story[] = [
  theftNoticed,
  theftUnnoticed,
  lostAnswer,
  noSuccessor,
  lostCookie,
  lateAnswer,
  race,
  ended,
  expired,
  unrefreshed,
  unrotated,
  dropped,
  clientRefused,
  appRefused,
  tokenEndpointDown,
  apiDown,
  outage,
  forgiven,
  shared,
  refreshed,
];

const REFRESH = "POST /v1/auth/refresh";

const surfaces: Record<string, string> = {
  "server-component": "a Server Component",
  "route-handler": "a Route Handler",
  "server-action": "a Server Action",
};

function refreshes(events: readonly LabEvent[]): LabEvent[] {
  return events.filter(({ type, name }) => type === "request" && name === REFRESH);
}

/** The end of a family for a token that came twice, and every time it came until then. */
function reuse(events: readonly LabEvent[]) {
  const end = events.find(({ name, code }) => name === "family.revoked" && code === "reused");
  if (end === undefined) return null;
  const before = refreshes(events).filter(({ seq }) => seq < end.seq);
  const counts = new Map<number, LabEvent[]>();
  for (const event of before) {
    const generation = refreshIn(event.tokens);
    if (generation !== null) counts.set(generation, [...(counts.get(generation) ?? []), event]);
  }
  const [twice] = [...counts].filter(([, uses]) => uses.length > 1).sort(([a], [b]) => b - a);
  return twice === undefined ? null : { seq: end.seq, generation: twice[0], uses: twice[1] };
}

function answersTo(events: readonly LabEvent[], caller: LabEvent["from"]): LabEvent[] {
  const exchanges = new Set(
    refreshes(events)
      .filter(({ from }) => from === caller)
      .map(({ exchange }) => exchange),
  );
  return events.filter(({ type, exchange }) => type === "response" && exchanges.has(exchange));
}

/** Says what the browser's cookie holds: it was just written, or it came with a request. */
function isHeldByBrowser({ type, name, from, to }: LabEvent): boolean {
  return name === "cookie.written" || (type === "request" && from === "browser" && to === "next");
}

function refreshIn(tokens: LabEvent["tokens"]): number | null {
  return tokens.find(({ kind }) => kind === "refresh")?.generation ?? null;
}

function carries(tokens: LabEvent["tokens"], generation: number): boolean {
  return refreshIn(tokens) === generation;
}
