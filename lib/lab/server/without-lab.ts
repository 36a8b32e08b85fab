import { jsonError } from "@/lib/http/json-error";
import type { LabError } from "./control";

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

/** 503 and not 401: nobody is signed out for an outage (RFC 9110 §15.6.4). */
export function backendUnreachable(
  description = "The mock backend does not answer. Is it running? `npm run backend` starts it.",
): Response {
  return jsonError(503, "backend_unreachable", description, RETRY_AFTER_SECONDS);
}
