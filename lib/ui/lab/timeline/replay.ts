import { parseJson } from "@/lib/http/parse-json";
import type { SentRequest } from "@/lib/lab/client/curl";
import type { EventDetail, LabEvent } from "@/lib/lab/schemas";
import { demoUsers } from "@/lib/sign-in/demo-users";

/** A recorded request that can be sent again, or the reason why it cannot. */
export type Replay = { request: SentRequest } | { why: string };

const LOGIN = "/v1/auth/login";
const SIGN_IN = "/api/auth/callback/credentials";
const SIGN_OUT = "/api/auth/signout";

/**
 * Reconstructs a recorded request, so that a shell can send it again: to the app as the browser did, to the backend
 * through this site's own address.
 *
 * @param events the log with the request: the events after it show what the body contained
 * @returns null for an event that is not a request
 */
export function replayOf(event: LabEvent, events: readonly LabEvent[]): Replay | null {
  if (event.type !== "request") return null;
  return event.to === "backend" ? toBackend(event) : toApp(event, events);
}

type Sent = NonNullable<EventDetail["request"]>;

function toBackend({ detail, from }: LabEvent): Replay {
  const sent = detail?.request;
  if (sent?.path === undefined || sent.method === undefined) {
    return { why: "What was sent is not recorded." };
  }
  const { method, path } = sent;
  const headers = { ...passedOn(sent.headers), ...(from === "attacker" && { "x-lab-actor": "attacker" }) };
  const request = { method, path: `/mock-backend${path}`, headers, session: false };
  const text = typeof sent.body === "string" ? sent.body : JSON.stringify(sent.body ?? "");
  if (text === "" || text === '""') return { request };
  if (isCut(text)) return { why: "Its body was too long to be recorded whole." };
  return { request: { ...request, body: path === LOGIN ? withPassword(text) : text } };
}

/** The recorded headers that change the backend's answer. The app's client secret is not recorded. */
function passedOn(headers: Sent["headers"]): Record<string, string> {
  const passed = Object.entries(headers ?? {}).flatMap(([name, value]) => {
    const lower = name.toLowerCase();
    const matters = lower === "content-type" || (lower === "authorization" && !/^basic /i.test(value));
    return matters ? [[lower, value]] : [];
  });
  return Object.fromEntries(passed);
}

/** Adds the password to a login's body, which is recorded without. The seeded users' passwords are published. */
function withPassword(body: string): string {
  const fields: unknown = parseJson(body);
  if (typeof fields !== "object" || fields === null || !("email" in fields)) return body;
  const user = demoUsers.find(({ email }) => email === fields.email);
  return JSON.stringify({ ...fields, password: user?.password ?? "the password" });
}

function toApp(event: LabEvent, events: readonly LabEvent[]): Replay {
  const [method = "", pathname = ""] = event.name.split(" ");
  const sent = event.detail?.request;
  const path = sent?.path ?? pathname;
  const session = event.tokens.some(({ kind }) => kind === "session");
  if (event.from === "attacker" && session) {
    return { why: "It came with a session cookie of the attacker’s own, which the lab does not keep." };
  }
  const request = { method, path, headers: {}, session };
  if (method !== "POST" && method !== "PATCH" && method !== "PUT") return { request };
  if (pathname === SIGN_IN) return signIn(request, during(event, events));
  if (pathname === SIGN_OUT)
    return { request: { ...request, form: { callbackUrl: "/signin", json: "true" } } };
  return action(request, sent, during(event, events));
}

function signIn(request: SentRequest, followed: readonly LabEvent[]): Replay {
  const login = followed.find(({ type, name }) => type === "request" && name === `POST ${LOGIN}`);
  const body = login?.detail?.request?.body;
  const email = emailIn(typeof body === "string" ? parseJson(body) : body);
  if (email === null) return { why: "Who signed in is not recorded: no login at the backend followed." };
  const password = demoUsers.find((user) => user.email === email)?.password ?? "the password";
  return { request: { ...request, form: { email, password, callbackUrl: "/notes", json: "true" } } };
}

function action(request: SentRequest, sent: Sent | undefined, followed: readonly LabEvent[]): Replay {
  const id = sent?.headers?.["next-action"];
  const called = followed.find(({ name }) => name === "action.called")?.detail?.args;
  if (id === undefined || typeof called !== "string" || isCut(called)) {
    return { why: "Its body is not recorded, so there is nothing to send again." };
  }
  const headers = {
    "next-action": id,
    "content-type": "text/plain;charset=UTF-8",
    accept: "text/x-component",
  };
  return { request: { ...request, headers, body: called } };
}

/** The events between a request and its answer. */
function during({ seq, exchange }: LabEvent, events: readonly LabEvent[]): readonly LabEvent[] {
  const answer = events.find((event) => event.type === "response" && event.exchange === exchange);
  return events.filter((event) => event.seq > seq && (answer === undefined || event.seq < answer.seq));
}

/** Whether the backend cut a text that was too long for its ring. */
function isCut(text: string): boolean {
  return text.endsWith("… (cut)");
}

function emailIn(fields: unknown): string | null {
  if (typeof fields !== "object" || fields === null || !("email" in fields)) return null;
  return typeof fields.email === "string" ? fields.email : null;
}
