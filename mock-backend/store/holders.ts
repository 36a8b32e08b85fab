import type { Holder } from "../domain/event.ts";

/** Which generations somebody holds; `session` is a family's ordinal. */
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
