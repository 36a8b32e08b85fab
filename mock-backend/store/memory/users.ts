import type { Role, User } from "../../domain/users.ts";
import type { Users } from "../store.ts";

export class MemoryUsers implements Users {
  /** Replaced at a change, never changed: the seed is shared by all labs. */
  #users: readonly User[];

  constructor(seed: readonly User[]) {
    this.#users = seed;
  }

  async list() {
    return this.#users;
  }

  async byId(id: string) {
    return this.#users.find((user) => user.id === id);
  }

  async byEmail(email: string) {
    return this.#users.find((user) => user.email === email);
  }

  async changeRole(id: string, role: Role) {
    this.#change(id, { role });
  }

  /** Synchronous, for the lab's own atomic steps. */
  setSuspended(id: string, suspended: boolean): void {
    this.#change(id, { suspended });
  }

  isActive(id: string): boolean {
    return this.#users.find((user) => user.id === id)?.suspended === false;
  }

  #change(id: string, change: Partial<User>): void {
    this.#users = this.#users.map((user) => (user.id === id ? { ...user, ...change } : user));
  }
}
