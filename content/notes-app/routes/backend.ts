import type { NextRequest } from "next/server";
import { jsonError } from "@/lib/http/json-error";
import { currentApp } from "../current-app";

/** `/api/backend` and what is under it: the route by which the app's own scripts reach the backend, if there is one. */
export async function answerScript(request: NextRequest): Promise<Response> {
  const { route } = currentApp().pieces.browserData;
  return route === undefined
    ? jsonError(404, "no_route", "The variant that runs has no such route.")
    : route(request);
}
