import type { NextRequest, NextResponse } from "next/server";
import { cookieName } from "@/lib/http/cookies";
import { callerOf, isSameOrigin } from "@/lib/http/same-origin";
import type { LabEnd } from "@/lib/lab/lab-end";
import { countAgainst } from "@/lib/limits/count";
import { createLab, LabError, labOffsetSeconds } from "./control";
import { labCookieFlags, parseLabId } from "./cookies";

export type OpenedLab = {
  id: string;
  offsetSeconds: number;
  /** `created`: this browser had none. `renewed`: it had one that the backend no longer knows. */
  origin: "kept" | "created" | "renewed";
  /** Why the lab of before is gone; null unless this one was renewed. */
  ended: LabEnd | null;
};

/**
 * What a request may do about its lab (docs/decisions/0024).
 * - `find`: use the lab that its cookie names
 * - `renew`: and put another in the place of one that is gone
 * - `make`: and make the first one
 */
export type LabLeave = "find" | "renew" | "make";

/** Reading makes no lab, or every crawler would; and another site's page neither makes one nor takes one away. */
export function labLeave(request: Request): LabLeave {
  if (callerOf(request) === "elsewhere") return "find";
  return !isSafe(request) && isSameOrigin(request) ? "make" : "renew";
}

/** RFC 9110 §9.2.1. */
export function isSafe({ method }: Request): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}

/**
 * The lab that a request's cookie names, which may be forged, stale or missing, or a new one.
 *
 * @returns null where there is none and the request may not have one made
 * @throws LabError `unreachable`, TooManyRequests when this address has made too many labs
 */
export async function openLab(request: NextRequest, leave: "make"): Promise<OpenedLab>;
export async function openLab(request: NextRequest, leave: LabLeave): Promise<OpenedLab | null>;
export async function openLab(request: NextRequest, leave: LabLeave): Promise<OpenedLab | null> {
  const id = parseLabId(request.cookies.get(cookieName("lab"))?.value);
  if (id === null) {
    if (leave !== "make") return null;
    return { id: await newLab(request), offsetSeconds: 0, origin: "created", ended: null };
  }
  try {
    return { id, offsetSeconds: await labOffsetSeconds(id), origin: "kept", ended: null };
  } catch (error) {
    if (!(error instanceof LabError) || error.code !== "unknown") throw error;
    if (leave === "find") return null;
    return { id: await newLab(request), offsetSeconds: 0, origin: "renewed", ended: error.ended };
  }
}

async function newLab({ headers }: NextRequest): Promise<string> {
  await countAgainst("labs", headers);
  return createLab();
}

/** Writes a new lab, and why the previous lab has ended, into the request's cookies, for the rest of the request. */
export function enterLab(request: NextRequest, { id, origin, ended }: OpenedLab): void {
  if (origin !== "kept") request.cookies.set(cookieName("lab"), id);
  if (ended !== null) request.cookies.set(cookieName("lab-notice"), ended);
}

/** Sets the cookies of a new lab. The reason why the previous lab has ended stays until the visitor has read it. */
export function keepLab(response: NextResponse, { id, origin, ended }: OpenedLab): void {
  if (origin !== "kept") response.cookies.set(cookieName("lab"), id, labCookieFlags());
  if (ended !== null) response.cookies.set(cookieName("lab-notice"), ended, labCookieFlags());
}
