import type { NextRequest } from "next/server";
import { jsonError } from "@/lib/http/json-error";
import { LabError } from "@/lib/lab/control";
import { EXCHANGE_HEADER, recordResponse } from "@/lib/lab/exchange";
import { inLab } from "./in-lab";
import { chosenPieces } from "./registry";
import { answerWithoutLab } from "./without-lab";

/** `/api/backend` and what is under it: the chosen variant's route, if it has one, inside the lab. */
export async function answerBrowser(request: NextRequest): Promise<Response> {
  try {
    return await inLab("route-handler", async (choice) => {
      const { route } = chosenPieces(choice).browserData;
      const response =
        route === undefined
          ? jsonError(404, "no_route", "The variant that runs has no such route.")
          : await route(request);
      await recordResponse(request.headers.get(EXCHANGE_HEADER), response.status, request.nextUrl.pathname);
      return response;
    });
  } catch (error) {
    if (error instanceof LabError) return answerWithoutLab(error);
    throw error;
  }
}
