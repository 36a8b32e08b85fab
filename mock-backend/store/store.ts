import type { Clock } from "../domain/clock.ts";
import type { Holder } from "../domain/event.ts";
import type { SigningKey } from "../domain/keys.ts";
import type { NewNote, Note } from "../domain/notes.ts";
import type { Settings, SettingsChange } from "../domain/settings.ts";
import type { Role, User } from "../domain/users.ts";
import type { EventLog } from "./event-log.ts";
import type { EndedFamily, Families } from "./families.ts";

/**
 * Why a lab is not there: it was unused for two hours, it made room for others, or this store does not know (a restart
 * forgets all labs, and a store remembers a bounded number of dropped ones).
 */
export type GoneReason = "idle" | "made_room" | "unknown";

/**
 * Everything that the backend keeps. It is in memory by default; a shared store (Redis) for several instances would
 * implement this interface. Each atomic step is one method: no caller checks first and sets later.
 */
export interface Store {
  /** Makes a seeded lab with a signing key of its own. @throws NoRoom when every lab that is kept is in use */
  create(id: string): Promise<LabStore>;
  /** The lab, marked as used now; `undefined` when it never was, idled out, or made room for another. */
  find(id: string): Promise<LabStore | undefined>;
  /** Whether the lab is still there, without marking it as used. */
  has(id: string): boolean;
  /** Why a lab is not there (any more). */
  whyGone(id: string): GoneReason;
  /** Labs kept now. */
  readonly size: number;
  /** Bytes of all labs together. */
  readonly bytes: number;
}

/** One learner's sandbox. Nothing in it is visible from another. */
export interface LabStore {
  readonly id: string;
  /** Bytes kept now. */
  readonly bytes: number;
  readonly users: Users;
  readonly notes: Notes;
  readonly families: Families;
  readonly logins: Logins;
  readonly keys: Keys;
  readonly events: EventLog;
  readonly holders: Holders;

  clock(): Promise<Clock>;
  /** @returns `undefined`, and nothing moves, when the clock would end up further ahead than it may */
  advanceClock(seconds: number): Promise<Clock | undefined>;
  settings(): Promise<Settings>;
  changeSettings(change: SettingsChange): Promise<Settings>;
  /** True once after the fault `slow-first` is set. */
  takeSlowFirst(): Promise<boolean>;
  /** Suspends or reinstates a user. Suspending ends their families in the same step. */
  suspend(userId: string, suspended: boolean): Promise<readonly EndedFamily[]>;
  /** Seeds the lab anew: users, notes, settings, clock, keys, families, limits and the event ring. */
  reset(): Promise<readonly EndedFamily[]>;
}

export interface Users {
  list(): Promise<readonly User[]>;
  byId(id: string): Promise<User | undefined>;
  /** @param email normalised */
  byEmail(email: string): Promise<User | undefined>;
  /** Suspension has its own method on the lab, because it ends families too. */
  changeRole(id: string, role: Role): Promise<void>;
}

export interface Notes {
  list(): Promise<readonly Note[]>;
  byId(id: string): Promise<Note | undefined>;
  /** @returns `undefined` when the lab is full */
  add(ownerId: string, note: NewNote): Promise<Note | undefined>;
  remove(id: string): Promise<boolean>;
}

export interface Logins {
  /** Reserves an attempt, or says how long to wait. One step, so that a burst gets no more than a queue. */
  begin(email: string, now: number): Promise<{ readonly waitMs: number }>;
  /** Gives a reserved attempt back whose password was never checked. */
  release(email: string): Promise<void>;
  /** Settles a reserved attempt. @returns the lock that it caused, in milliseconds; 0 for none */
  settle(email: string, passed: boolean, now: number): Promise<{ readonly lockMs: number }>;
}

export interface Keys {
  /** The signing key, reserved for a token with this expiry: it stays published at least that long. */
  forSigning(expiresAt: number): Promise<SigningKey>;
  /** The published keys, the signing key first. */
  published(now: number): Promise<readonly SigningKey[]>;
  /** Signs with the new key from now on. @returns false when the lab has too many keys with live tokens */
  rotate(next: SigningKey, now: number): Promise<boolean>;
}

/** The generations that a holder has; `session` is a family's ordinal. */
export interface Holding {
  readonly session: number | null;
  readonly access: number | null;
  readonly refresh: number | null;
}

export interface Holders {
  all(): Promise<Readonly<Record<Holder, Holding>>>;
  /** Fields that are absent stay as they are. */
  update(holder: Holder, change: Partial<Holding>): Promise<void>;
}

/** There is no room for another lab: every lab that is kept is in use. */
export class NoRoom extends Error {
  override readonly name = "NoRoom";
  constructor() {
    super("Every lab that is kept is in use.");
  }
}
