import { currentLab } from "./context";
import { type AppEvent, LabError, postLabEvents } from "./control";

/** What the backend takes in one request: 16 KiB and 50 events. */
const LARGEST_POST = { bytes: 12_000, events: 40 };

/**
 * Sends a request's events to its lab, in order. An event leaves at once; events that come while one is on its way leave
 * together after it.
 */
export class Recorder {
  private waiting: AppEvent[] = [];
  private sending: Promise<void> | null = null;

  constructor(private readonly labId: string) {}

  add(events: readonly AppEvent[]): void {
    this.waiting.push(...events);
    if (events.length > 0) this.sending ??= this.sendAll();
  }

  /** Resolves when the lab has every event that was added until now. */
  async settled(): Promise<void> {
    await this.sending;
  }

  private async sendAll(): Promise<void> {
    // Whatever the same piece of work adds without waiting leaves in the same request.
    await Promise.resolve();
    while (this.waiting.length > 0) await postEvents(this.labId, this.next());
    this.sending = null;
  }

  private next(): AppEvent[] {
    let bytes = 0;
    const fitting = this.waiting.findIndex((event, at) => {
      bytes += Buffer.byteLength(JSON.stringify(event)) + 1;
      return at > 0 && (bytes > LARGEST_POST.bytes || at >= LARGEST_POST.events);
    });
    return this.waiting.splice(0, fitting < 0 ? this.waiting.length : fitting);
  }
}

/**
 * Adds events to the running request's lab. Recording is scaffolding: when the backend cannot be reached, the
 * code under study must meet that failure itself, not stumble over its observer.
 */
export async function record(...events: AppEvent[]): Promise<void> {
  const lab = currentLab();
  if (lab === null || events.length === 0) return;
  if (lab.recorder === undefined) await postEvents(lab.id, events);
  else lab.recorder.add(events);
}

/** Resolves when the lab has every event that the running request has recorded until now. */
export async function recorded(): Promise<void> {
  await currentLab()?.recorder?.settled();
}

async function postEvents(labId: string, events: readonly AppEvent[]): Promise<void> {
  try {
    await postLabEvents(labId, events);
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
  }
}

/** A full-width band on the timeline: something that no arrow shows. */
export function note(
  name: string,
  outcome: AppEvent["outcome"],
  rest: Partial<Omit<AppEvent, "type" | "name" | "outcome">> = {},
): AppEvent {
  return { type: "note", from: "next", to: "next", name, outcome, ...rest };
}
