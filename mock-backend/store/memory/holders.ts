import type { Holder } from "../../domain/event.ts";
import type { Holders, Holding } from "../store.ts";

const NOTHING: Holding = { session: null, access: null, refresh: null };

export class MemoryHolders implements Holders {
  #holders: Record<Holder, Holding> = { browser: NOTHING, next: NOTHING, attacker: NOTHING };

  async all() {
    return this.#holders;
  }

  async update(holder: Holder, change: Partial<Holding>) {
    this.#holders = { ...this.#holders, [holder]: { ...this.#holders[holder], ...change } };
  }
}
