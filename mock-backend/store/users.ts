import type { Role, User } from "../domain/users.ts";

export interface Users {
  list(): Promise<readonly User[]>;
  byId(id: string): Promise<User | undefined>;
  /** @param email normalised */
  byEmail(email: string): Promise<User | undefined>;
  /** Suspension has its own method on the lab, because it ends families too. */
  changeRole(id: string, role: Role): Promise<void>;
}
