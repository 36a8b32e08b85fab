import { z } from "zod";
import type { LabSettings } from "@/lib/scenario/settings";
import { UsageError } from "./usage-error";

const tokenMark = z.object({
  kind: z.enum(["session", "access", "refresh"]),
  generation: z.number(),
  family: z.number(),
  role: z.enum(["carried", "issued"]),
});

const eventSchema = z.object({
  seq: z.number(),
  /** Lab time, epoch milliseconds: real time, for the checks never move the clock. */
  at: z.number(),
  type: z.enum(["request", "response", "note"]),
  name: z.string(),
  outcome: z.enum(["ok", "refused", "failed", "info"]),
  code: z.string().optional(),
  exchange: z.string().optional(),
  tokens: z.array(tokenMark),
  text: z.string().optional(),
  detail: z.unknown().optional(),
});
export type BackendEvent = z.infer<typeof eventSchema>;

const stateSchema = z.object({
  id: z.literal("default"),
  settings: z.record(z.string(), z.unknown()),
  users: z.array(z.unknown()),
  notes: z.array(z.unknown()),
  families: z.array(
    z.object({
      status: z.enum(["active", "revoked", "expired"]),
      reason: z.string().nullable(),
      refresh: z.array(z.object({ status: z.string(), idleExpiresAt: z.number() })),
      access: z.array(z.object({ status: z.string() })),
    }),
  ),
  lastSeq: z.number(),
});
export type BackendState = z.infer<typeof stateSchema>;

const pageSchema = z.object({ events: z.array(eventSchema), lastSeq: z.number() });
const clockSchema = z.object({ now: z.number() });
const answerSchema = z.object({ response: z.object({ body: z.string() }) });
const tokensSchema = z.object({ access_token: z.string(), refresh_token: z.string().optional() });

/** What a check sets; what it leaves out stays as it is. */
export type Settings = { [Name in keyof LabSettings]?: LabSettings[Name] | undefined };

/** The mock backend that the app talks to, through its control plane: the lab `default`. */
export class MockBackend {
  private constructor(
    readonly url: string,
    /** The settings before the checks. */
    private readonly before: Record<string, unknown>,
  ) {}

  /** @throws UsageError when nothing answers there, or something else than the mock backend with its lab `default` */
  static async at(url: string): Promise<MockBackend> {
    let answer: Response;
    try {
      answer = await fetch(`${url}/lab/state`, { headers: { "X-Lab": "default" } });
    } catch {
      throw new UsageError(`backend.url: nothing answers at ${url}. Start the mock backend: npm run backend`);
    }
    const state = stateSchema.safeParse(await answer.json().catch(() => null));
    if (!state.success) {
      throw new UsageError(
        `backend.url: ${url} is not the mock backend with its lab "default", and the checks change settings and delete data only there. Start it (npm run backend), and point the app's BACKEND_URL and the profile at it. Where this project's site holds that port, stop the site first, or take another: BACKEND_PORT=4400 npm run backend`,
      );
    }
    return new MockBackend(url, state.data.settings);
  }

  async state(): Promise<BackendState> {
    return stateSchema.parse(await this.call("GET", "/lab/state"));
  }

  async set(settings: Settings): Promise<void> {
    await this.call("PATCH", "/lab/settings", settings);
  }

  /** Real time, by the backend's watch: epoch milliseconds. */
  async now(): Promise<number> {
    return clockSchema.parse(await this.call("GET", "/lab/clock")).now;
  }

  /** Seeds the lab anew: no user is signed in, the clock is real time, and these settings change the defaults. */
  async reset(settings: Settings): Promise<void> {
    await this.call("POST", "/lab/reset");
    await this.set(settings);
  }

  /** Leaves a fresh lab with the settings that were found. */
  async restore(): Promise<void> {
    await this.call("POST", "/lab/reset");
    await this.call("PATCH", "/lab/settings", this.before);
  }

  /** The events since the last reset. */
  async events(): Promise<BackendEvent[]> {
    return pageSchema.parse(await this.call("GET", "/lab/events?limit=500")).events;
  }

  /** Every token that was given out since the last reset, to the letter. */
  async issuedTokens(): Promise<string[]> {
    return (await this.events()).flatMap(({ detail, tokens }) => {
      if (!tokens.some(({ role }) => role === "issued")) return [];
      const answer = answerSchema.safeParse(detail);
      if (!answer.success) return [];
      const issued = tokensSchema.parse(JSON.parse(answer.data.response.body));
      return [issued.access_token, issued.refresh_token].filter((token) => token !== undefined);
    });
  }

  private async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { "X-Lab": "default", Accept: "application/json", "Content-Type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} at the mock backend answered ${answer.status}`);
    return answer.json();
  }
}

export function isRefresh({ type, name }: BackendEvent): boolean {
  return type === "request" && /^POST \/(v1\/auth\/refresh|oauth\/token)$/.test(name);
}

export function isLogin({ type, name }: BackendEvent): boolean {
  return type === "request" && name === "POST /v1/auth/login";
}

/** When the newest tokens were given out, epoch milliseconds. */
export function lastIssuedAt(events: readonly BackendEvent[]): number | undefined {
  return events.findLast(({ tokens }) =>
    tokens.some(({ role, kind }) => role === "issued" && kind === "access"),
  )?.at;
}
