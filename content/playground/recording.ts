import * as z from "zod/mini";
import { type LabEvent, labEventSchema } from "@/lib/lab/schemas";
import type { Clock } from "@/lib/ui/lab/timeline/rows";

/** More than 500 events with all their bodies take. */
const MAX_BYTES = 4 * 1024 * 1024;
/** A lab keeps this many events. */
const MAX_EVENTS = 500;

/**
 * - `too_large`: more bytes than any saved timeline has
 * - `not_json`
 * - `not_a_timeline`: JSON of another shape; the message names the first part that is wrong
 * - `too_many`: more events than a lab keeps
 * - `out_of_order`: an event that is missing, comes twice or comes too early
 */
export type RecordingCode = "too_large" | "not_json" | "not_a_timeline" | "too_many" | "out_of_order";

/** A file that cannot be replayed. `message` is one sentence for the reader. */
export class RecordingError extends Error {
  override readonly name = "RecordingError";
  constructor(
    readonly code: RecordingCode,
    message: string,
  ) {
    super(message);
  }
}

export type Recording = { name: string; clock: Clock; events: readonly LabEvent[] };

const fileSchema = z.object({
  /** Files from before there were two clocks have lab time. */
  clock: z._default(z.enum(["lab", "elapsed"]), "lab"),
  events: z.array(z.unknown()),
});

/**
 * Reads a timeline that "Save as JSON" made. A file that is too large is refused before its bytes are read.
 *
 * @throws RecordingError
 */
export async function loadRecording(file: File): Promise<Recording> {
  if (file.size > MAX_BYTES) {
    throw new RecordingError("too_large", "This file is larger than 4 MiB, which no saved timeline is.");
  }
  return { name: file.name, ...parseRecording(await file.text()) };
}

function parseRecording(text: string): Omit<Recording, "name"> {
  const file = fileSchema.safeParse(parseJson(text));
  if (!file.success) {
    throw new RecordingError(
      "not_a_timeline",
      "This is JSON, but no saved timeline: it has no list of events with a clock that is “lab” or “elapsed”.",
    );
  }
  if (file.data.events.length === 0)
    throw new RecordingError("not_a_timeline", "This timeline has no events.");
  if (file.data.events.length > MAX_EVENTS) {
    const message = `This file has ${file.data.events.length} events. A lab keeps ${MAX_EVENTS}, and so does a recording.`;
    throw new RecordingError("too_many", message);
  }
  const events = file.data.events.map(readEvent);
  checkOrder(events);
  return { clock: file.data.clock, events };
}

function readEvent(value: unknown, index: number): LabEvent {
  const parsed = labEventSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.map(String).join(".") ?? "";
  const what = where === "" ? "it is no event of a lab" : `its “${where}” is missing or cannot be`;
  throw new RecordingError("not_a_timeline", `Event ${index + 1} of this file is wrong: ${what}.`);
}

/** Refuses a file with a missing event: the timeline would look as if nothing had happened there. */
function checkOrder(events: readonly LabEvent[]): void {
  const first = events[0]?.seq ?? 1;
  const wrong = events.findIndex(({ seq }, index) => seq !== first + index);
  if (wrong === -1) return;
  const message = `Event ${wrong + 1} of this file has the number ${events[wrong]?.seq}, and ${first + wrong} is due: something is missing or comes twice.`;
  throw new RecordingError("out_of_order", message);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordingError("not_json", "This file is not JSON, or only a part of it.");
  }
}
