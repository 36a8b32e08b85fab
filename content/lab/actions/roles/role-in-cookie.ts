"use server";

// Written by `node --import tsx scripts/write-action-modules.ts`.
import { inAction } from "@/content/lab/in-action";
import * as actions from "@/content/lessons/server-action-protection/variants/role-in-cookie";
import type { ActionAnswer } from "@/content/notes-app/pieces";
import type { Role } from "@/lib/backend/users";

export async function setRole(userId: string, role: Role): Promise<ActionAnswer> {
  return inAction("role-in-cookie", "setRole", [userId, role], () => actions.setRole(userId, role));
}
