import type { Context } from "hono";
import { z } from "zod";
import { publicUser, roleSchema, type User } from "../domain/users.ts";
import { jsonBody } from "../http/body.ts";
import type { BackendEnv } from "../http/env.ts";
import { ApiError } from "../http/errors.ts";
import { json, NO_STORE } from "../http/reply.ts";
import { noteEnded } from "../lab/note.ts";
import { authenticate, requireAdmin } from "./authenticate.ts";
import type { Route } from "./route.ts";

const changeSchema = z
  .strictObject({ role: roleSchema.optional(), suspended: z.boolean().optional() })
  .refine((change) => Object.keys(change).length > 0, "give role, suspended or both");

async function listUsers(context: Context<BackendEnv>): Promise<Response> {
  requireAdmin(await authenticate(context));
  const users = await context.get("lab").users.list();
  return json(context, 200, { users: users.map(adminView) }, NO_STORE);
}

async function changeUser(context: Context<BackendEnv>): Promise<Response> {
  requireAdmin(await authenticate(context));
  const { role, suspended } = jsonBody(context.get("body"), changeSchema);
  const lab = context.get("lab");
  const id = context.req.param("id") ?? "";
  if (!(await lab.users.byId(id))) throw noSuchUser();
  if (role !== undefined) await lab.users.changeRole(id, role);
  if (suspended !== undefined) {
    for (const family of await lab.suspend(id, suspended)) noteEnded(lab, family, "suspended");
  }
  const user = await lab.users.byId(id);
  if (!user) throw noSuchUser();
  return json(context, 200, adminView(user), NO_STORE);
}

function adminView(user: User) {
  return { ...publicUser(user), suspended: user.suspended };
}

function noSuchUser(): ApiError {
  return new ApiError(404, "not_found", "There is no such user.");
}

export const adminRoutes: readonly Route[] = [
  { method: "GET", path: "/v1/admin/users", does: "all users (admin)", handler: listUsers },
  {
    method: "PATCH",
    path: "/v1/admin/users/:id",
    does: "changes a role, suspends, reinstates (admin)",
    handler: changeUser,
  },
];
