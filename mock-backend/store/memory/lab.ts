import type { Clock } from "../../domain/clock.ts";
import { MAX_OFFSET_SECONDS } from "../../domain/clock.ts";
import type { Note } from "../../domain/notes.ts";
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from "../../domain/settings.ts";
import type { User } from "../../domain/users.ts";
import type { LabStore } from "../store.ts";
import { Account } from "./account.ts";
import { MemoryEventLog } from "./event-log.ts";
import { MemoryFamilies } from "./families.ts";
import { MemoryHolders } from "./holders.ts";
import { MemoryKeys } from "./keys.ts";
import { MemoryLogins } from "./logins.ts";
import { MemoryNotes } from "./notes.ts";
import { MemoryUsers } from "./users.ts";
import { LAB_BYTES } from "./weights.ts";

/** What every lab begins with; shared by all until one changes its own. */
export interface Seed {
  readonly users: readonly User[];
  readonly notes: readonly Note[];
}

interface Contents {
  readonly accounts: readonly Account[];
  readonly users: MemoryUsers;
  readonly notes: MemoryNotes;
  readonly families: MemoryFamilies;
  readonly logins: MemoryLogins;
  readonly keys: MemoryKeys;
  readonly holders: MemoryHolders;
  settings: Settings;
  offsetMs: number;
  slowFirst: boolean;
}

/** One lab in memory. A reset replaces its contents; the event numbering goes on. */
export class MemoryLab implements LabStore {
  readonly events: MemoryEventLog;
  /** Of the whole lab. */
  readonly account = new Account();
  #contents: Contents;

  constructor(
    readonly id: string,
    private readonly seed: Seed,
    private readonly realNow: () => number,
  ) {
    this.account.add(LAB_BYTES);
    this.events = new MemoryEventLog(() => this.#now(), this.#part());
    this.#contents = this.#seeded();
  }

  get bytes() {
    return this.account.bytes;
  }

  /** True while a reader follows the timeline or a user is signed in. */
  get inUse() {
    return this.events.followers > 0 || this.families.anyActive(this.#now());
  }

  get users() {
    return this.#contents.users;
  }
  get notes() {
    return this.#contents.notes;
  }
  get families() {
    return this.#contents.families;
  }
  get logins() {
    return this.#contents.logins;
  }
  get keys() {
    return this.#contents.keys;
  }
  get holders() {
    return this.#contents.holders;
  }

  async clock(): Promise<Clock> {
    return { now: this.#now(), offset: this.#contents.offsetMs / 1000 };
  }

  #now(): number {
    return this.realNow() + this.#contents.offsetMs;
  }

  async advanceClock(seconds: number) {
    const offsetMs = this.#contents.offsetMs + Math.round(seconds * 1000);
    if (offsetMs > MAX_OFFSET_SECONDS * 1000) return undefined;
    this.#contents.offsetMs = offsetMs;
    return this.clock();
  }

  async settings() {
    return this.#contents.settings;
  }

  async changeSettings(change: SettingsChange) {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    this.#contents.settings = { ...this.#contents.settings, ...Object.fromEntries(given) };
    if (change.fault !== undefined) this.#contents.slowFirst = change.fault === "slow-first";
    return this.#contents.settings;
  }

  async takeSlowFirst() {
    const { slowFirst } = this.#contents;
    this.#contents.slowFirst = false;
    return slowFirst;
  }

  async suspend(userId: string, suspended: boolean) {
    this.#contents.users.setSuspended(userId, suspended);
    return suspended ? this.#contents.families.revokeAll("suspended", this.#now(), userId) : [];
  }

  async reset() {
    const ended = this.#contents.families.revokeAll("reset", this.#now());
    // A call that is under way may still write to the old contents.
    for (const account of this.#contents.accounts) account.leave();
    this.#contents = this.#seeded();
    this.events.clear();
    return ended;
  }

  #seeded(): Contents {
    const users = new MemoryUsers(this.seed.users);
    const [notes, families, logins, keys] = [this.#part(), this.#part(), this.#part(), this.#part()];
    return {
      accounts: [notes, families, logins, keys],
      users,
      notes: new MemoryNotes(this.seed.notes, notes),
      families: new MemoryFamilies((userId) => users.isActive(userId), families),
      logins: new MemoryLogins(logins),
      keys: new MemoryKeys(keys),
      holders: new MemoryHolders(),
      settings: DEFAULT_SETTINGS,
      offsetMs: 0,
      slowFirst: false,
    };
  }

  #part(): Account {
    return new Account((change) => this.account.add(change));
  }
}
