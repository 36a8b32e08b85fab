import * as z from "zod/mini";
import { faults, graceReplies, type LabSettings } from "../scenario/settings.ts";
import { labEndSchema } from "./lab-end.ts";

/**
 * What the mock backend's control plane and the site's lab API say, as both sides of the site parse it.
 * `zod/mini`, because this file also goes to the browser: its parsers are the same, its bundle a fraction.
 * Unknown keys are dropped, so that the backend can grow. Instants are epoch ms of lab time; lifetimes are seconds.
 */
const count = z.int().check(z.nonnegative());
const ordinal = z.int().check(z.positive());
const instantMs = z.number();

export const actorSchema = z.enum(["browser", "next", "backend", "attacker", "terminal"]);
export const tokenKindSchema = z.enum(["session", "access", "refresh"]);

/** One token that an arrow carried or brought: its kind, its number, and the sign-in (family) it descends from. */
export const tokenMarkSchema = z.object({
  kind: tokenKindSchema,
  generation: ordinal,
  family: ordinal,
  role: z.enum(["carried", "issued"]),
});

const headersSchema = z.record(z.string(), z.string());

/** The real request and response behind an arrow. Full tokens are allowed here: only this lab can read it. */
export const eventDetailSchema = z.looseObject({
  request: z.optional(
    z.looseObject({
      method: z.optional(z.string()),
      path: z.optional(z.string()),
      headers: z.optional(headersSchema),
      body: z.optional(z.unknown()),
      /** On a login: the names of the fields received, never their values. */
      fields: z.optional(z.array(z.string())),
    }),
  ),
  response: z.optional(
    z.looseObject({
      status: z.optional(z.int()),
      headers: z.optional(headersSchema),
      body: z.optional(z.unknown()),
    }),
  ),
});

export const labEventSchema = z.object({
  /** Per lab, from 1, without gaps. */
  seq: ordinal,
  at: instantMs,
  type: z.enum(["request", "response", "note"]),
  from: actorSchema,
  to: actorSchema,
  name: z.string(),
  outcome: z.enum(["ok", "refused", "failed", "info"]),
  code: z.optional(z.string()),
  exchange: z.optional(z.string()),
  tokens: z.array(tokenMarkSchema),
  text: z.optional(z.string()),
  detail: z.optional(eventDetailSchema),
});

/** `GET /lab/events` as JSON: a page of what the ring still holds. */
export const eventPageSchema = z.object({
  events: z.array(labEventSchema),
  firstSeq: count,
  lastSeq: count,
});

/** The stream's `gap` event: what was asked for is gone from the ring; the first that is left. */
export const gapSchema = z.object({ firstSeq: count });

/** `GET` and `POST /lab/clock`: lab time and its distance from real time (`offset`, in seconds). */
export const clockSchema = z.object({ now: instantMs, offset: z.number() });

export const faultSchema = z.enum(faults);

export const graceReplySchema = z.enum(graceReplies);

const day = 86_400;
const lifetimeSeconds = z.int().check(z.minimum(1), z.maximum(90 * day));

/** The lab's settings, with the backend's own bounds. Lifetimes and grace in seconds. */
export const settingsSchema = z.object({
  accessTtl: lifetimeSeconds,
  refreshIdleTtl: lifetimeSeconds,
  refreshAbsoluteTtl: lifetimeSeconds,
  grace: z.int().check(z.minimum(0), z.maximum(60)),
  graceReply: graceReplySchema,
  rotation: z.boolean(),
  reuseDetection: z.boolean(),
  clientAuth: z.boolean(),
  latencyMs: z.int().check(z.minimum(0), z.maximum(10_000)),
  fault: faultSchema,
}) satisfies z.ZodMiniType<LabSettings>;

/** What a lab starts with and returns to on reset. */
export const defaultSettings: LabSettings = {
  accessTtl: 900,
  refreshIdleTtl: 7 * day,
  refreshAbsoluteTtl: 30 * day,
  grace: 0,
  graceReply: "successor",
  rotation: true,
  reuseDetection: true,
  clientAuth: false,
  latencyMs: 0,
  fault: "none",
};

const refreshStateSchema = z.object({
  generation: ordinal,
  status: z.enum(["current", "spent", "revoked", "expired"]),
  issuedAt: instantMs,
  idleExpiresAt: instantMs,
  usedAt: z.nullable(instantMs),
  replacedBy: z.nullable(ordinal),
  /** Until when a spent one is answered with its successor; a backend without a grace window has none. */
  graceEndsAt: z.optional(instantMs),
});

const accessStateSchema = z.object({
  generation: ordinal,
  jti: z.string(),
  issuedAt: instantMs,
  expiresAt: instantMs,
  status: z.enum(["live", "expired", "revoked"]),
});

export const familySchema = z.object({
  ordinal,
  sid: z.string(),
  userId: z.string(),
  status: z.enum(["active", "revoked", "expired"]),
  reason: z.nullable(z.string()),
  absoluteExpiresAt: instantMs,
  refresh: z.array(refreshStateSchema),
  access: z.array(accessStateSchema),
});

/** Which generation of each token somebody holds; null is none. A session's number is its family's ordinal. */
export const holdingSchema = z.object({
  session: z.nullable(ordinal),
  access: z.nullable(ordinal),
  refresh: z.nullable(ordinal),
});

/** `GET /lab/state`. */
export const labStateSchema = z.object({
  id: z.string(),
  clock: clockSchema,
  settings: settingsSchema,
  users: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role: z.string(),
      suspended: z.boolean(),
    }),
  ),
  notes: z.array(z.object({ id: z.string(), ownerId: z.string(), title: z.string(), text: z.string() })),
  families: z.array(familySchema),
  keys: z.array(z.object({ kid: z.string(), status: z.enum(["signing", "verifying"]) })),
  holders: z.object({ browser: holdingSchema, next: holdingSchema, attacker: holdingSchema }),
  firstSeq: count,
  lastSeq: count,
});

/**
 * `POST`, `GET` and `PATCH /api/lab`. `renewed`: the cookie named a lab that was gone, and this request made a new one.
 * `notice`: why the last lab ended, until the learner has said that they read it.
 */
export const labAnswerSchema = z.object({
  id: z.string(),
  renewed: z.boolean(),
  notice: z.nullable(labEndSchema),
  variants: z.record(z.string(), z.string()),
});

/** `GET /api/lab/tokens`: the learner's own session cookie, opened for them. */
export const labTokensSchema = z.object({
  session: z.nullable(
    z.object({
      raw: z.string(),
      header: z.record(z.string(), z.unknown()),
      claims: z.record(z.string(), z.unknown()),
    }),
  ),
  accessToken: z.nullable(z.string()),
  refreshToken: z.nullable(z.string()),
});

/** Every refusal of the backend and of the site's lab API: a stable code and one sentence. */
export const errorAnswerSchema = z.object({
  error: z.string(),
  error_description: z.optional(z.string()),
});

export type Actor = z.infer<typeof actorSchema>;
export type Holder = keyof LabState["holders"];
export type TokenKind = z.infer<typeof tokenKindSchema>;
export type TokenMark = z.infer<typeof tokenMarkSchema>;
export type EventDetail = z.infer<typeof eventDetailSchema>;
export type LabEvent = z.infer<typeof labEventSchema>;
export type EventPage = z.infer<typeof eventPageSchema>;
export type { Fault, GraceReply, LabSettings } from "../scenario/settings.ts";
export type LabClock = z.infer<typeof clockSchema>;
export type Family = z.infer<typeof familySchema>;
export type RefreshState = Family["refresh"][number];
export type AccessState = Family["access"][number];
export type Holding = z.infer<typeof holdingSchema>;
export type LabState = z.infer<typeof labStateSchema>;
export type LabAnswer = z.infer<typeof labAnswerSchema>;
export type LabTokens = z.infer<typeof labTokensSchema>;
