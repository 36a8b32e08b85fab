import * as guarded from "../actions/roles/guarded";
import * as open from "../actions/roles/open";
import * as pageGuarded from "../actions/roles/page-guarded";
import * as roleInCookie from "../actions/roles/role-in-cookie";
import * as signedIn from "../actions/roles/signed-in";
import * as yours from "../actions/roles/yours";
import type { ActionsPiece } from "../pieces";
import type { ActionsName } from "../registry";
import { roleActionsUnderProof } from "../under-proof/role-actions";

/** In a browser these are references, an id each: calling one is a POST. */
export const roleActions: Record<ActionsName, Pick<ActionsPiece, "setRole">> = {
  open,
  "page-guarded": pageGuarded,
  "signed-in": signedIn,
  "role-in-cookie": roleInCookie,
  guarded,
  yours,
  ...roleActionsUnderProof,
};
