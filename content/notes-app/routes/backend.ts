import type { NextRequest } from "next/server";
import { chosenPieces } from "@/content/variants";
import { jsonError } from "@/lib/http/json-error";
import { LabError } from "@/lib/lab/server/control";
import { EXCHANGE_HEADER, recordResponse } from "@/lib/lab/server/exchange";
import { NoSuchHost } from "@/lib/lab/server/fetch-anywhere";
import { inLab } from "@/lib/lab/server/in-lab";
import { answerWithoutLab } from "@/lib/lab/server/without-lab";

/** `/api/backend` and what is under it: the chosen variant's route, if it has one, inside the lab. */
export async function answerBrowser(request: NextRequest): Promise<Response> {
  try {
    return await inLab("route-handler", async (choice) => {
      const { route } = chosenPieces(choice).browserData;
      const response =
        route === undefined
          ? jsonError(404, "no_route", "The variant that runs has no such route.")
          : await answered(route, request);
      await recordResponse(request.headers.get(EXCHANGE_HEADER), response.status, request.nextUrl.pathname);
      return response;
    });
  } catch (error) {
    if (error instanceof LabError) return answerWithoutLab(error);
    throw error;
  }
}

/**
 * A variant that goes wherever it is told may be told to go nowhere. Outside this site its `fetch` would throw, and the
 * caller read 500; here whoever tries learns what the lab's network has.
 */
async function answered(route: (request: NextRequest) => Promise<Response>, request: NextRequest) {
  try {
    return await route(request);
  } catch (error) {
    if (error instanceof NoSuchHost)
      return jsonError(400, "no_such_host", "In a lab there are two hosts: the backend and the attacker’s.");
    if (error instanceof TypeError && "code" in error && error.code === "ERR_INVALID_URL")
      return jsonError(400, "invalid_url", "This is no address.");
    throw error;
  }
}
