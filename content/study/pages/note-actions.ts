import * as guarded from "../actions/notes/guarded";
import * as open from "../actions/notes/open";
import * as pageGuarded from "../actions/notes/page-guarded";
import * as roleInCookie from "../actions/notes/role-in-cookie";
import * as signedIn from "../actions/notes/signed-in";
import * as yours from "../actions/notes/yours";
import type { ActionsPiece } from "../pieces";
import type { ActionsName } from "../registry";
import { noteActionsUnderProof } from "../under-proof/note-actions";

/** In a browser these are references, an id each: calling one is a POST. */
export const noteActions: Record<ActionsName, Pick<ActionsPiece, "deleteNote" | "deleteNotes">> = {
  open,
  "page-guarded": pageGuarded,
  "signed-in": signedIn,
  "role-in-cookie": roleInCookie,
  guarded,
  yours,
  ...noteActionsUnderProof,
};
