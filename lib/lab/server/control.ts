import { z } from "zod";
import { backendConfig } from "@/lib/backend/config";
import { type LabEnd, labEndSchema } from "@/lib/lab/lab-end";

const labReply = z.object({ id: z.string() });
/** Why there is no such lab. A backend that does not say so leaves it open. */
const goneReply = z.object({ reason: labEndSchema });
/** Every lab that the backend keeps is in use, and a newcomer displaces none of them. */
const fullReply = z.object({ error: z.literal("no_room") });
const clockReply = z.object({ now: z.number(), offset: z.number().nonnegative() });

/**
 * `unknown`: the backend has no such lab, and `ended` says why. `full`: it has no room for another one now.
 * `unreachable`: no answer.
 */
export class LabError extends Error {
  override readonly name = "LabError";
  readonly ended: LabEnd;
  constructor(
    readonly code: "unknown" | "full" | "unreachable",
    { ended = "unknown", ...options }: ErrorOptions & { ended?: LabEnd } = {},
  ) {
    super(code, options);
    this.ended = ended;
  }
}

const CONTROL_TIMEOUT_MS = 5_000;

async function control<T>(path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T> {
  let response: Response;
  try {
    response = await fetch(backendConfig().url + path, {
      ...init,
      cache: "no-store",
      signal: AbortSignal.timeout(CONTROL_TIMEOUT_MS),
    });
  } catch (cause) {
    throw new LabError("unreachable", { cause });
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.status === 404 || response.status === 400) {
    throw new LabError("unknown", { ended: goneReply.safeParse(body).data?.reason ?? "unknown" });
  }
  if (fullReply.safeParse(body).success) throw new LabError("full");
  const parsed = schema.safeParse(body);
  if (!response.ok || !parsed.success) throw new LabError("unreachable");
  return parsed.data;
}

/** @throws LabError `full` or `unreachable` */
export async function createLab(): Promise<string> {
  return (await control("/lab", { method: "POST" }, labReply)).id;
}

/**
 * How far the lab's clock is ahead of real time, in seconds. Also the way to ask whether a lab still exists.
 *
 * @throws LabError
 */
export async function labOffsetSeconds(id: string): Promise<number> {
  return (await control("/lab/clock", { headers: { "X-Lab": id } }, clockReply)).offset;
}

/** Appends the app's own events to the lab's log, in order. @throws LabError */
export async function postLabEvents(id: string, events: readonly AppEvent[]): Promise<void> {
  const body = JSON.stringify(events);
  const headers = { "Content-Type": "application/json", "X-Lab": id };
  await control("/lab/events", { method: "POST", headers, body }, z.unknown());
}

type Holder = "browser" | "next" | "attacker";
type Actor = Holder | "backend" | "terminal";
type RawTokens = {
  accessToken?: string | null | undefined;
  refreshToken?: string | null | undefined;
  /** A token of its sign-in names a session whose cookie holds none. */
  session?: boolean | string;
};

/** What only the app knows. Raw tokens are resolved to generations by the backend and not kept. */
export type AppEvent = {
  type: "request" | "response" | "note";
  from: Actor;
  to: Actor;
  name: string;
  outcome: "ok" | "refused" | "failed" | "info";
  code?: string;
  exchange?: string;
  text?: string;
  detail?: Record<string, unknown>;
  carries?: RawTokens;
  holds?: RawTokens & { holder: Holder };
};
