import type { Clock } from "../../domain/clock.ts";
import { MAX_OFFSET_SECONDS } from "../../domain/clock.ts";
import { newSigningKey } from "../../domain/keys.ts";
import { type SeedHashes, seedNotes, seedUsers } from "../../domain/seed.ts";
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from "../../domain/settings.ts";
import type { LabStore } from "../store.ts";
import { MemoryEventLog } from "./event-log.ts";
import { MemoryFamilies } from "./families.ts";
import { MemoryHolders } from "./holders.ts";
import { MemoryKeys } from "./keys.ts";
import { MemoryLogins } from "./logins.ts";
import { MemoryNotes } from "./notes.ts";
import { MemoryUsers } from "./users.ts";

interface Contents {
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
  readonly events = new MemoryEventLog(() => this.#now());
  #contents: Contents;

  private constructor(
    readonly id: string,
    private readonly hashes: SeedHashes,
    private readonly realNow: () => number,
    contents: Contents,
  ) {
    this.#contents = contents;
  }

  static async create(id: string, hashes: SeedHashes, realNow: () => number): Promise<MemoryLab> {
    return new MemoryLab(id, hashes, realNow, await seeded(hashes));
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
    const fresh = await seeded(this.hashes);
    const ended = this.#contents.families.revokeAll("reset", this.#now());
    this.#contents = fresh;
    this.events.clear();
    return ended;
  }
}

async function seeded(hashes: SeedHashes): Promise<Contents> {
  const users = new MemoryUsers(seedUsers(hashes));
  return {
    users,
    notes: new MemoryNotes(seedNotes()),
    families: new MemoryFamilies((userId) => users.isActive(userId)),
    logins: new MemoryLogins(),
    keys: new MemoryKeys(await newSigningKey()),
    holders: new MemoryHolders(),
    settings: DEFAULT_SETTINGS,
    offsetMs: 0,
    slowFirst: false,
  };
}
