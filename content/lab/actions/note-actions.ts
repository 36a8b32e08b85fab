// Written by `node --import tsx scripts/write-action-modules.ts`.
import * as guarded from "@/content/lab/actions/notes/guarded";
import * as open from "@/content/lab/actions/notes/open";
import * as pageGuarded from "@/content/lab/actions/notes/page-guarded";
import * as roleInCookie from "@/content/lab/actions/notes/role-in-cookie";
import * as signedIn from "@/content/lab/actions/notes/signed-in";
import * as yours from "@/content/lab/actions/notes/yours";
import type { ActionsPiece } from "@/content/notes-app/pieces";
import type { ActionsName } from "@/content/variants";

/** In a browser these are references, an id each: calling one is a POST. */
export const noteActions: Record<ActionsName, Pick<ActionsPiece, "deleteNote" | "deleteNotes">> = {
  open,
  "page-guarded": pageGuarded,
  "signed-in": signedIn,
  "role-in-cookie": roleInCookie,
  guarded,
  yours,
};
