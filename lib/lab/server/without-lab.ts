import { jsonError } from "@/lib/http/json-error";
import { BodyError, bodyRefusal } from "@/lib/http/read-json";
import { TooManyRequests, tooManyRequests } from "@/lib/limits/too-many-requests";
import { LabError } from "./control";

/** When a client may try again after an outage, in seconds: NextAuth's own asks every thirty. */
const RETRY_AFTER_SECONDS = 5;
/** When somebody's lab may have become idle, in seconds. */
const ROOM_AFTER_SECONDS = 60;

/**
 * What an address of the app answers a program that is in no lab. Without a lab nobody is signed in; a backend that
 * cannot be reached says nothing about who is.
 */
export function answerWithoutLab(error: LabError): Response {
  return error.code === "unknown"
    ? jsonError(401, "signed_out", "Sign in: without a lab nobody is signed in.")
    : labUnavailable(error);
}

/** Why a request has no lab that it should have had. */
export function labUnavailable({ code }: LabError): Response {
  return code === "full" ? noRoom() : backendUnreachable();
}

function noRoom(): Response {
  return jsonError(
    503,
    "no_room",
    "Every lab is in use, and there is no room for another. Try again in a minute.",
    ROOM_AFTER_SECONDS,
  );
}

/** 503 and not 401, since an outage signs nobody out (RFC 9110 §15.6.4). */
export function backendUnreachable(
  description = "The mock backend does not answer. Is it running? `npm run backend` starts it.",
): Response {
  return jsonError(503, "backend_unreachable", description, RETRY_AFTER_SECONDS);
}

/**
 * Answers with the refusal where a request of the lab's own API cannot be carried out: too many of them, a body that
 * cannot be read, a lab that is gone, a backend that is away.
 *
 * @throws whatever else the work throws
 */
export async function orRefusal(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TooManyRequests) return tooManyRequests(error);
    if (error instanceof BodyError) return bodyRefusal(error);
    if (!(error instanceof LabError)) throw error;
    return error.code === "unknown"
      ? jsonError(404, "unknown_lab", "This lab is gone: POST /api/lab makes a new one.")
      : labUnavailable(error);
  }
}

/** What a request is answered that needs a lab of its own. */
export function labRequired(): Response {
  return jsonError(400, "lab_required", "This browser has no lab yet: POST /api/lab makes one.");
}
