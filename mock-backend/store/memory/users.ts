import type { Role, User } from "../../domain/users.ts";
import type { Users } from "../users.ts";

export class MemoryUsers implements Users {
  readonly #users: Map<string, User>;

  constructor(users: readonly User[]) {
    this.#users = new Map(users.map((user) => [user.id, user]));
  }

  async list() {
    return [...this.#users.values()];
  }

  async byId(id: string) {
    return this.#users.get(id);
  }

  async byEmail(email: string) {
    for (const user of this.#users.values()) if (user.email === email) return user;
    return undefined;
  }

  async changeRole(id: string, role: Role) {
    const user = this.#users.get(id);
    if (user) this.#users.set(id, { ...user, role });
  }

  /** Synchronous, for the lab's own atomic steps. */
  setSuspended(id: string, suspended: boolean): void {
    const user = this.#users.get(id);
    if (user) this.#users.set(id, { ...user, suspended });
  }

  isActive(id: string): boolean {
    return this.#users.get(id)?.suspended === false;
  }
}
