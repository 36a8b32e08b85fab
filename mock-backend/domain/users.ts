import { z } from "zod";

export const roleSchema = z.enum(["admin", "member"]);
export type Role = z.infer<typeof roleSchema>;

export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly suspended: boolean;
  readonly passwordHash: string;
}

/** The user as a login's answer shows it: never the hash, never the suspension. */
export function publicUser({ id, name, email, role }: User) {
  return { id, name, email, role };
}

/** The scopes (RFC 6749 §3.3) that a role carries. */
export function scopesOf(role: Role): string[] {
  return role === "admin" ? ["notes:read", "notes:write", "users:manage"] : ["notes:read", "notes:write"];
}

/** One account, one key: addresses are compared without case and outer spaces. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}
