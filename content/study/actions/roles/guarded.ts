"use server";

import * as actions from "@/content/lessons/server-action-protection/variants/guarded";
import type { Role } from "@/lib/backend/users";
import type { ActionAnswer } from "../../pieces";
import { inAction } from "../in-action";

export async function setRole(userId: string, role: Role): Promise<ActionAnswer> {
  return inAction("guarded", "setRole", [userId, role], () => actions.setRole(userId, role));
}
