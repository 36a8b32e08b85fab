import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import { cookies, headers } from "next/headers";
import { setTransport } from "@/lib/backend/transport";
import { cookieName } from "@/lib/http/cookies";
import { senderOf } from "@/lib/lab/actor";
import { processWide } from "@/lib/server/process-wide";
import { type LabContext, runInLab, type Surface } from "./context";
import { LabError, labOffsetSeconds } from "./control";
import { parseLabId, parseVariantChoice, type VariantChoice } from "./cookies";
import { Recorder } from "./record";
import { labTransport } from "./transport";

// Whatever enters a lab comes through this file, so the lab's network is there before the first call to the backend.
setTransport(labTransport);

/**
 * Runs `work`, and everything it awaits, inside a lab, and ends when the lab has all events of that work.
 *
 * @throws whatever the work throws
 */
export async function workInLab<T>(lab: LabContext, work: () => Promise<T>): Promise<T> {
  const recorder = new Recorder(lab.id);
  try {
    return await runInLab({ ...lab, recorder }, work);
  } finally {
    await recorder.settled();
  }
}

/**
 * Runs `work` inside the lab that the request's cookie names. `proxy.ts` has made one for a request that may have one made.
 *
 * @param surface where in the app this runs
 * @throws LabError `unknown` without a lab, `unreachable` when the backend does not answer
 */
export async function inLab<T>(surface: Surface, work: (choice: VariantChoice) => Promise<T>): Promise<T> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const id = parseLabId(jar.get(cookieName("lab"))?.value);
  if (id === null) throw new LabError("unknown");
  const offsetSeconds = clockOf(id, sent.get(OPENED_HEADER)) ?? (await labOffsetSeconds(id));
  const choice = parseVariantChoice(jar.get(cookieName("variants"))?.value);
  return workInLab({ id, offsetSeconds, surface, sender: senderOf(sent), choice }, () => work(choice));
}

/** Request header that names what the proxy has asked of the request's lab, for the rest of the same request. */
export const OPENED_HEADER = "x-lab-opened";

/** A request's rendering begins right after its proxy. */
const OPENED_MS = 30_000;

type Opened = { id: string; offsetSeconds: number };
const opened = processWide("opened-labs", () => new LRUCache<string, Opened>({ max: 2_000, ttl: OPENED_MS }));

/** Keeps the answer of a lab's clock for the rest of a request. @returns the header's value, which cannot be guessed */
export function rememberOpened({ id, offsetSeconds }: Opened): string {
  const key = randomUUID();
  opened.set(key, { id, offsetSeconds });
  return key;
}

function clockOf(id: string, key: string | null): number | null {
  const known = key === null ? undefined : opened.get(key);
  return known?.id === id ? known.offsetSeconds : null;
}
