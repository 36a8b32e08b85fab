import type { NextRequest } from "next/server";
import type { JWT } from "next-auth/jwt";
import type { SignOutPiece } from "@/content/notes-app/pieces";
import { sessionToken } from "@/content/notes-app/session";
import { watched } from "@/content/notes-app/sign-out";
import { chosenPieces } from "@/content/variants";
import { crossSite } from "@/lib/http/cross-site";
import { jsonError } from "@/lib/http/json-error";
import { isSameOrigin } from "@/lib/http/same-origin";
import { LabError } from "@/lib/lab/server/control";
import { EXCHANGE_HEADER, recordResponse } from "@/lib/lab/server/exchange";
import { inLab } from "@/lib/lab/server/in-lab";
import { note, record } from "@/lib/lab/server/record";
import { answerWithoutLab } from "@/lib/lab/server/without-lab";

/** `DELETE /api/sessions`: ends all of the user's sessions, where the chosen variant has a list of them. */
export async function endSessions(request: NextRequest): Promise<Response> {
  if (!isSameOrigin(request)) return crossSite();
  try {
    return await inLab("route-handler", async (choice) => {
      const response = await answer(chosenPieces(choice).signOut, await sessionToken(choice));
      await recordResponse(request.headers.get(EXCHANGE_HEADER), response.status, request.nextUrl.pathname);
      return response;
    });
  } catch (error) {
    if (error instanceof LabError) return answerWithoutLab(error);
    throw error;
  }
}

async function answer(piece: SignOutPiece, token: JWT | null): Promise<Response> {
  const endAll = piece.signOutEverywhere;
  if (endAll === undefined)
    return jsonError(404, "no_list", "The variant that runs keeps no list of sessions.");
  if (token === null) return jsonError(401, "signed_out", "Sign in again.");
  await watched(() => endAll.call(piece, token));
  const text = "Signed out everywhere: every session of this user has ended.";
  await record(note("signed-out.everywhere", "ok", { text }));
  return new Response(null, { status: 204 });
}
