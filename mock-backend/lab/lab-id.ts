import type { Services } from "../http/env.ts";
import { ApiError } from "../http/errors.ts";
import type { LabStore } from "../store/store.ts";
import { NoRoom } from "../store/store.ts";
import { note } from "./note.ts";

export const DEFAULT_LAB = "default";
/** A lab makes room once its followers have gone or its sign-ins have ended, which may happen at any moment. */
const RETRY_AFTER_SECONDS = 60;
const LAB_ID = /^[A-Za-z0-9_-]{16,64}$/;

/** An unguessable name: 192 random bits. */
export function newLabId({ crypto }: Services): string {
  return crypto.random(24);
}

/** Makes a lab and says so in its timeline. @throws ApiError 503 `no_room` when every lab that is kept is in use */
export async function createLab(services: Services, id: string): Promise<LabStore> {
  const lab = await services.store.create(id).catch((error: unknown) => {
    if (!(error instanceof NoRoom)) throw error;
    throw new ApiError(503, "no_room", "There is no room for another lab now: try again in a minute.", {
      headers: { "Retry-After": String(RETRY_AFTER_SECONDS) },
    });
  });
  note(lab, "lab.created", "This lab was made: three users, seven notes, nobody signed in.");
  return lab;
}

/**
 * The lab that a request names.
 *
 * @param header the value of `X-Lab`
 * @param orDefault whether a missing header may mean the lab `default`
 * @throws ApiError 400 `lab_required`, 400 `invalid_lab`, 404 `unknown_lab` with the member `reason`
 */
export async function findLab(
  services: Services,
  header: string | undefined,
  orDefault: boolean,
): Promise<LabStore> {
  const id = header ?? (orDefault && services.defaultLab ? DEFAULT_LAB : undefined);
  if (id === undefined) {
    throw new ApiError(400, "lab_required", "Name your lab in the X-Lab header; POST /lab makes one.");
  }
  if (id === DEFAULT_LAB && services.defaultLab) return defaultLab(services);
  if (!LAB_ID.test(id)) throw new ApiError(400, "invalid_lab", "The X-Lab header is not a lab's id.");
  const lab = await services.store.find(id);
  if (lab) return lab;
  throw new ApiError(404, "unknown_lab", "There is no such lab (any more); POST /lab makes one.", {
    extra: { reason: services.store.whyGone(id) },
  });
}

const beingMade = new WeakMap<Services, Promise<LabStore>>();

/** Makes the lab `default` at its first use, and only once when many requests ask for it at the same time. */
async function defaultLab(services: Services): Promise<LabStore> {
  const existing = await services.store.find(DEFAULT_LAB);
  if (existing) return existing;
  const pending = beingMade.get(services) ?? createLab(services, DEFAULT_LAB);
  beingMade.set(services, pending);
  try {
    return await pending;
  } finally {
    beingMade.delete(services);
  }
}
