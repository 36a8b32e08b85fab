"use client";

import type { ReactNode } from "react";
import { roleActions } from "@/content/lab/actions/role-actions";
import { RoleActionsContext } from "@/content/notes-app/pages/chosen-pieces";
import type { ActionsName } from "@/content/variants";

/** Gives the admin page the Server Actions of the chosen variant of lesson 3. */
export function ChosenRoleActions({ variant, children }: { variant: ActionsName; children: ReactNode }) {
  return <RoleActionsContext value={roleActions[variant]}>{children}</RoleActionsContext>;
}
