import type { Told } from "./see.ts";
import type { LabSettings } from "./settings.ts";
import type { Thief, Who } from "./visitor.ts";

/** The lab that a scenario is played in: its clock, its settings, and what the backend says of it. */
export interface LabControl {
  /** Moves the clock forward. */
  advance(seconds: number): Promise<void>;
  /** How long the backend's access tokens live, in seconds. */
  accessTtl(): Promise<number>;
  /** Lets as much time pass that the access token has expired. */
  expire(): Promise<void>;
  settings(change: Partial<LabSettings>): Promise<void>;
  /** Makes the backend fail from now on; `none` ends it. */
  fault(fault: LabSettings["fault"]): Promise<void>;
  /** Does something that sends several requests, while the backend takes so long that they overlap. */
  atOnce(act: () => Promise<unknown>): Promise<void>;
  /** Signs with a new key from now on; the old one still verifies. */
  rotateKeys(): Promise<void>;
  /** Has an admin suspend somebody, at the backend and not through the app. */
  suspend(who: Who): Promise<void>;

  /** Somebody has a copy of the tokens that the visitor's session stands for at this moment. */
  stealTokens(): Promise<Thief>;
  /** Somebody has a copy of the newest tokens that the backend gave out. */
  stealNewest(): Promise<Thief>;

  /** The titles of what somebody has written, as the backend knows. */
  notesOf(who: Who): Promise<string[]>;
  /** What the backend says of the n-th sign-in of this scenario: "active", "expired", "revoked: reused". */
  family(ordinal?: number): Promise<string>;
  /** Whether the refresh token that the app holds is the one that the backend honours for the n-th sign-in. */
  holds(ordinal?: number): Promise<Told<"the one that the backend honours" | "another">>;
  /** Waits until the backend has heard of the n-th sign-in's end. Where nobody tells it, this waits in vain. */
  untilEnded(ordinal?: number): Promise<void>;
}
