import * as z from "zod/mini";
import { browserLab } from "@/lib/lab/client/lab";
import { LabProblem } from "@/lib/lab/client/problem";
import { type Fetch, send } from "@/lib/lab/client/request";
import { eventsAfter } from "@/lib/lab/client/scenario/calls";
import { signIn } from "@/lib/lab/client/session";
import { type LabEvent, labAnswerSchema, labStateSchema, type TokenMark } from "@/lib/lab/schemas";
import { type ThiefReport, thiefReportSchema } from "@/lib/lab/thief-report";
import { demoUsers } from "@/lib/sign-in/demo-users";

/** Every 200 ms, for ten seconds: a page loads, and a script runs. */
const POLL_MS = 200;
const POLLS = 50;

const here: Fetch = (path, init) => fetch(path, init);

const lootSchema = z.object({
  tokens: z._default(z.array(z.object({ jwt: z.string(), where: z.string() })), []),
  cookies: z._default(z.string(), ""),
  stored: z._default(z.array(z.string()), []),
  notes: z._default(z.array(z.string()), []),
  headers: z._default(z.record(z.string(), z.string()), {}),
});
type Loot = z.infer<typeof lootSchema>;
const sessionSchema = z.object({ user: z.optional(z.object({ name: z.optional(z.nullable(z.string())) })) });

export type ScriptRun = {
  variant: string;
  user: string;
  /** What the script sent home. */
  script: Loot;
  /** What the app's own server sent to the attacker; null where it sent nothing. */
  carriedOut: { access: boolean; session: boolean } | null;
  token: TokenMark | null;
  thief: ThiefReport;
};

/**
 * Plays the whole theft in the learner's browser and lab.
 *
 * @throws LabProblem
 */
export async function playTheft(): Promise<ScriptRun> {
  const lab = await send(here, { method: "POST", path: "/api/lab" }, labAnswerSchema);
  browserLab().start(lab.id);
  const user = await signedInUser();
  const { lastSeq } = await send(here, { method: "GET", path: "/mock-backend/lab/state" }, labStateSchema);
  const taken = await openPage(lastSeq);
  const loots = taken.map(({ detail }) => lootSchema.parse(detail?.loot ?? {}));
  const script = loots.at(-1) ?? lootSchema.parse({});
  const headers = loots.find((loot) => loot.headers.authorization !== undefined)?.headers;
  const accessToken = script.tokens[0]?.jwt ?? headers?.authorization?.replace(/^Bearer /, "") ?? null;
  const sessionCookie = /session-token=([^;]+)/.exec(headers?.cookie ?? "")?.[1] ?? null;
  const body = { accessToken, sessionCookie };
  return {
    variant: lab.variants["tokens-and-the-browser"] ?? "bff",
    user,
    script,
    carriedOut: headers ? { access: true, session: sessionCookie !== null } : null,
    token: taken.flatMap(({ tokens }) => tokens).find(({ kind }) => kind === "access") ?? null,
    thief: await send(here, { method: "POST", path: "/api/lab/thief", body }, thiefReportSchema),
  };
}

async function signedInUser(): Promise<string> {
  const session = () => send(here, { method: "GET", path: "/api/auth/session" }, sessionSchema);
  const known = (await session()).user?.name;
  if (known) return known;
  const grace = demoUsers.find(({ name }) => name === "Grace");
  if (grace) await signIn(here, grace);
  return (await session()).user?.name ?? "Grace";
}

/** Has the page open, out of sight, until the script has sent its loot. */
async function openPage(after: number): Promise<LabEvent[]> {
  const frame = document.createElement("iframe");
  frame.hidden = true;
  frame.src = "/notes/live?with=statistics";
  document.body.append(frame);
  try {
    for (let poll = 0; poll < POLLS; poll += 1) {
      const taken = (await eventsAfter(after)).filter(
        ({ type, to }) => type === "request" && to === "attacker",
      );
      if (taken.at(-1)?.from === "browser") return taken;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  } finally {
    frame.remove();
  }
  throw new LabProblem("unexpected", "The page did not open, or the script did not run. Try again.");
}
