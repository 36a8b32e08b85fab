import type { Clock } from "../domain/clock.ts";
import type { Settings, SettingsChange } from "../domain/settings.ts";
import type { EventLog } from "./event-log.ts";
import type { EndedFamily, Families } from "./families.ts";
import type { Holders } from "./holders.ts";
import type { Keys } from "./keys.ts";
import type { Logins } from "./logins.ts";
import type { Notes } from "./notes.ts";
import type { Users } from "./users.ts";

/**
 * Why a lab is not there: it was unused for two hours, it made room for others, or this store knows nothing of it (a
 * restart has forgotten all, and a store remembers only so many that are gone).
 */
export type GoneReason = "idle" | "made_room" | "unknown";

/**
 * All that the backend keeps. In memory by default; a shared store (Redis) for several instances would implement
 * the same. Whatever must be atomic is one method: no caller checks first and sets later.
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
