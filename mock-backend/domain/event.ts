import { z } from "zod";

/** The lanes of the timeline. */
export const actorSchema = z.enum(["browser", "next", "backend", "attacker", "terminal"]);
export type Actor = z.infer<typeof actorSchema>;

/** The lanes that can hold a token. */
export const holderSchema = z.enum(["browser", "next", "attacker"]);
export type Holder = z.infer<typeof holderSchema>;

/** The callers of the backend; `terminal` is a program such as curl, which holds copies only. */
export const callerSchema = z.enum([...holderSchema.options, "terminal"]);
export type Caller = z.infer<typeof callerSchema>;

export const outcomeSchema = z.enum(["ok", "refused", "failed", "info"]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** Which token an event speaks of, by its number in this lab: the token itself is only ever in `detail`. */
export interface TokenMark {
  readonly kind: "session" | "access" | "refresh";
  readonly generation: number;
  readonly family: number;
  readonly role: "carried" | "issued";
}

export interface EventDraft {
  readonly type: "request" | "response" | "note";
  readonly from: Actor;
  readonly to: Actor;
  readonly name: string;
  readonly outcome: Outcome;
  readonly code?: string | undefined;
  readonly exchange?: string | undefined;
  readonly tokens?: readonly TokenMark[];
  readonly text?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

export interface LabEvent extends EventDraft {
  /** From 1, without gaps, never reused within a lab. */
  readonly seq: number;
  /** Lab time, epoch milliseconds. */
  readonly at: number;
  readonly tokens: readonly TokenMark[];
}

/** Events that a lab keeps: the oldest goes first. */
export const MAX_EVENTS = 500;
/** Bytes of a lab's timeline: room for {@link MAX_EVENTS} of 2 KB each, and an ordinary one has less. */
export const MAX_TIMELINE_BYTES = 1024 * 1024;

/** The notes that the backend writes. The app has its own. */
export type NoteName =
  | "lab.created"
  | "lab.reset"
  | "clock.advanced"
  | "settings.changed"
  | "key.rotated"
  | "token.rotated"
  | "token.replayed-in-grace"
  | "family.revoked"
  | "login.locked"
  | "fault.injected";
