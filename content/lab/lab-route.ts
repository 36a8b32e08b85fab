import type { NextRequest } from "next/server";
import { jsonError } from "@/lib/http/json-error";
import { LabError } from "@/lib/lab/server/control";
import { EXCHANGE_HEADER, recordResponse } from "@/lib/lab/server/exchange";
import { NO_SUCH_HOST } from "@/lib/lab/server/transport";
import { answerWithoutLab } from "@/lib/lab/server/without-lab";
import { inApp } from "./lab-app";

/** A Route Handler of the app, run inside the caller's lab and with its answer recorded. */
export function labRoute<Context>(handler: (request: NextRequest, context: Context) => Promise<Response>) {
  return async (request: NextRequest, context: Context): Promise<Response> => {
    try {
      return await inApp("route-handler", async () => {
        const response = await answered(() => handler(request, context));
        const path = request.nextUrl.pathname;
        await recordResponse(request.headers.get(EXCHANGE_HEADER), response.status, path);
        return response;
      });
    } catch (error) {
      if (error instanceof LabError) return answerWithoutLab(error);
      throw error;
    }
  };
}

/**
 * A variant that goes wherever its caller says may be told to go nowhere. Outside this site its `fetch` would throw, and
 * the caller read 500; here the caller learns what the lab's network has.
 */
async function answered(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    // By name: Next bundles routes apart, and each bundle has a class of its own.
    if (error instanceof TypeError && error.name === NO_SUCH_HOST)
      return jsonError(400, "no_such_host", "In a lab there are two hosts: the backend and the attacker’s.");
    if (error instanceof TypeError && "code" in error && error.code === "ERR_INVALID_URL")
      return jsonError(400, "invalid_url", "This is no address.");
    throw error;
  }
}
