import type { Session } from "next-auth";

/*
 * NextAuth's client takes an answer that failed for "nobody is signed in" (next-auth 4.24, client/_utils, fetchData: it
 * logs CLIENT_FETCH_ERROR and goes on with null), and asks no more. An outage is not a sign-out: so the client's question
 * is listened to, and one that fails is answered with the session that was told last. The client then goes on asking,
 * and the first real answer counts. It is arranged from outside, in the document's `fetch`, as the client has no option
 * for it.
 */

const listeners = new Set<() => void>();
let known: Session | null = null;
let isAway = false;
let isListening = false;

/** The part of a window that is taken over. */
export type Sender = { fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> };

/**
 * Keeps the session that a document was shown in while the app cannot be reached.
 *
 * @param session as the page was rendered with it
 */
export function keepSession(page: Sender, session: Session | null): void {
  known = session;
  if (isListening) return;
  isListening = true;
  const send = page.fetch.bind(page);
  page.fetch = async (input, init) => {
    if (!asksForSession(input, init)) return send(input, init);
    const [sent] = await Promise.allSettled([send(input, init)]);
    const told = sent.status === "fulfilled" && sent.value.ok ? await readSession(sent.value) : undefined;
    setAway(told === undefined);
    if (told !== undefined) known = told;
    else if (known !== null) return Response.json(known);
    if (sent.status === "rejected") throw sent.reason;
    return sent.value;
  };
}

/** @returns undefined for what is no answer of NextAuth's, such as a proxy's own page */
async function readSession(answer: Response): Promise<Session | null | undefined> {
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  if (typeof body !== "object" || body === null) return undefined;
  return isSession(body) ? body : null;
}

/** Nobody is an empty object. */
function isSession(body: object): body is Session {
  return "expires" in body;
}

/** Its other question, `update()`, sends something, and says itself that it failed. */
function asksForSession(input: RequestInfo | URL, init?: RequestInit): boolean {
  const method = init?.method ?? (input instanceof Request ? input.method : "GET");
  const address = input instanceof Request ? input.url : input;
  return method === "GET" && new URL(address, document.baseURI).pathname === "/api/auth/session";
}

function setAway(next: boolean): void {
  if (isAway === next) return;
  isAway = next;
  for (const listener of listeners) listener();
}

/** For React's `useSyncExternalStore`: whether the last question for the session went without an answer. */
export const away = {
  get: () => isAway,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
