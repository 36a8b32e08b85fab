import type { NextRequest } from "next/server";
import { backendConfig } from "@/lib/backend/config";
import { cookieName } from "@/lib/http/cookies";
import { crossSite } from "@/lib/http/cross-site";
import { jsonError } from "@/lib/http/json-error";
import { BodyError, bodyRefusal, readBytes } from "@/lib/http/read-json";
import { isSameOrigin } from "@/lib/http/same-origin";
import { ACTOR_HEADER, senderOf } from "@/lib/lab/actor";
import { endedByShutdown } from "@/lib/server/stream";
import { parseLabId } from "./cookies";
import { withinForwardedLimits } from "./forwarded-limits";
import { labRequired } from "./without-lab";

/** Headers that a caller may pass on. Cookies stay here: the backend never sees the site's. */
const passed = ["accept", "authorization", "content-type", "last-event-id", "x-lab-actor"];
const returned = [
  "allow",
  "cache-control",
  "content-type",
  "retry-after",
  "www-authenticate",
  "x-accel-buffering",
];

/**
 * `/mock-backend/*`: the backend as the browser sees it, on this site's origin. It adds the lab from the
 * browser's cookie and nothing else, so that a curl line and the attacker work on a hosted site too.
 */
export async function forwardToBackend(request: NextRequest): Promise<Response> {
  return withinForwardedLimits(request, forward);
}

async function forward(request: NextRequest): Promise<Response> {
  const safe = request.method === "GET" || request.method === "HEAD";
  if (!safe && !isSameOrigin(request)) return crossSite();
  const lab = parseLabId(request.cookies.get(cookieName("lab"))?.value);
  if (lab === null) return labRequired();
  const headers = new Headers({ "X-Lab": lab });
  for (const name of passed) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  // The backend sees requests of this server only, so this server says who sent the request.
  if (!headers.has(ACTOR_HEADER)) headers.set(ACTOR_HEADER, senderOf(request.headers));
  const path = request.nextUrl.pathname.replace(/^\/mock-backend/, "") + request.nextUrl.search;
  try {
    const body = safe ? null : await readBytes(request);
    // Closing the browser's connection aborts this signal, and with it the backend's event stream.
    const answer = await fetch(backendConfig().url + path, {
      method: request.method,
      headers,
      body,
      signal: request.signal,
      cache: "no-store",
      redirect: "manual",
    });
    const events = answer.headers.get("content-type")?.startsWith("text/event-stream");
    const stream = answer.body !== null && events ? endedByShutdown(answer.body) : answer.body;
    return new Response(stream, { status: answer.status, headers: pick(answer.headers) });
  } catch (error) {
    if (error instanceof BodyError) return bodyRefusal(error);
    return jsonError(
      502,
      "backend_unreachable",
      "The mock backend does not answer. `npm run backend` starts it.",
    );
  }
}

function pick(from: Headers): Headers {
  const headers = new Headers();
  for (const name of returned) {
    const value = from.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}
