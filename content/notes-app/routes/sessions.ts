import type { NextRequest } from "next/server";
import { crossSite } from "@/lib/http/cross-site";
import { jsonError } from "@/lib/http/json-error";
import { isSameOrigin } from "@/lib/http/same-origin";
import { currentApp } from "../current-app";
import { sessionToken } from "../current-session";

/** `DELETE /api/sessions`: ends all of the user's sessions, where the app keeps a list of sessions. */
export async function endSessions(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request)) return crossSite();
  const { signOut } = currentApp().pieces;
  if (signOut.signOutEverywhere === undefined)
    return jsonError(404, "no_list", "The variant that runs keeps no list of sessions.");
  const token = await sessionToken();
  if (token === null) return jsonError(401, "signed_out", "Sign in again.");
  await signOut.signOutEverywhere(token);
  return new Response(null, { status: 204 });
}
