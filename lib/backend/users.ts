import { z } from "zod";
import { asUser, requestBackend } from "./request";

export const roleSchema = z.enum(["admin", "member"]);
export type Role = z.infer<typeof roleSchema>;

const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  suspended: z.boolean(),
});
const usersReply = z.object({ users: z.array(userSchema) });

export type User = z.infer<typeof userSchema>;

const profileSchema = userSchema.omit({ suspended: true });

export type Profile = z.infer<typeof profileSchema>;

/**
 * Asks the backend for the token's owner, with the role that the owner has now.
 *
 * @throws BackendError `refused` for a token that is expired, revoked, or of a suspended user
 */
export async function whoAmI(accessToken: string): Promise<Profile> {
  return requestBackend("/v1/me", asUser(accessToken), profileSchema);
}

/** @throws BackendError `forbidden` unless the token's owner is an admin at this moment */
export async function listUsers(accessToken: string): Promise<User[]> {
  return (await requestBackend("/v1/admin/users", asUser(accessToken), usersReply)).users;
}

/** @throws BackendError `forbidden`, `not-found` */
export async function updateUser(
  accessToken: string,
  id: string,
  change: { role?: Role; suspended?: boolean },
): Promise<User> {
  return requestBackend(
    `/v1/admin/users/${encodeURIComponent(id)}`,
    asUser(accessToken, { method: "PATCH", json: change }),
    userSchema,
  );
}
