// Written by `node --import tsx scripts/write-action-modules.ts`.
import * as guarded from "@/content/lab/actions/roles/guarded";
import * as open from "@/content/lab/actions/roles/open";
import * as pageGuarded from "@/content/lab/actions/roles/page-guarded";
import * as roleInCookie from "@/content/lab/actions/roles/role-in-cookie";
import * as signedIn from "@/content/lab/actions/roles/signed-in";
import * as yours from "@/content/lab/actions/roles/yours";
import type { ActionsPiece } from "@/content/notes-app/pieces";
import type { ActionsName } from "@/content/variants";

/** In a browser these are references, an id each: calling one is a POST. */
export const roleActions: Record<ActionsName, Pick<ActionsPiece, "setRole">> = {
  open,
  "page-guarded": pageGuarded,
  "signed-in": signedIn,
  "role-in-cookie": roleInCookie,
  guarded,
  yours,
};
