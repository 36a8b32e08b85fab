import { z } from "zod";
import { actorSchema, holderSchema, outcomeSchema } from "../domain/event.ts";

const token = z.string().max(8192);

/** Whether there is a session cookie; one that holds no tokens is named by a token of its sign-in. */
const session = z.union([z.boolean(), token]).optional();

/** Raw tokens in, generations out: `null` says that the holder has none, absence that nothing is said. */
const holdsSchema = z.strictObject({
  holder: holderSchema,
  accessToken: token.nullable().optional(),
  refreshToken: token.nullable().optional(),
  session,
});

const carriesSchema = z.strictObject({
  accessToken: token.nullable().optional(),
  refreshToken: token.nullable().optional(),
  session,
});

/** An event that only the app knows of. */
const appEventSchema = z.strictObject({
  type: z.enum(["request", "response", "note"]),
  from: actorSchema,
  to: actorSchema,
  name: z.string().min(1).max(200),
  outcome: outcomeSchema,
  code: z.string().min(1).max(100).optional(),
  exchange: z.string().min(1).max(100).optional(),
  text: z.string().max(500).optional(),
  detail: z.record(z.string(), z.unknown()).optional(),
  holds: holdsSchema.optional(),
  carries: carriesSchema.optional(),
});
export type AppEvent = z.infer<typeof appEventSchema>;
export type Carries = z.infer<typeof carriesSchema>;

/** One event or up to fifty. */
export const appEventsSchema = z.union([
  appEventSchema.transform((event) => [event]),
  z.array(appEventSchema).max(50),
]);
