import type { EventStream } from "@/lib/lab/client/stream";
import type { LabEnd } from "@/lib/lab/lab-end";
import { defaultSettings, type LabEvent, type LabState } from "@/lib/lab/schemas";

const none = { session: null, access: null, refresh: null };

/** An event as the backend would record it, for tests. */
export function labEvent(seq: number, parts: Partial<LabEvent> = {}): LabEvent {
  return {
    seq,
    at: 1_700_000_000_000 + seq,
    type: "note",
    from: "backend",
    to: "backend",
    name: "settings.changed",
    outcome: "info",
    tokens: [],
    ...parts,
  };
}

/** A lab behind `fetch` and `EventSource`, small enough to break on purpose in a test. */
export class FakeLab {
  id = "lab-1";
  events: LabEvent[] = [];
  ringStart = 1;
  /** How the next calls fail: by HTTP status, or `network`. */
  failure: { status: number; error: string; retryAfter?: string } | "network" | null = null;
  streams: FakeStream[] = [];
  calls: string[] = [];
  /** What an answer waits for once it is written, by route. */
  delays = new Map<string, Promise<void>>();
  nowMs = 1_700_000_000_000;
  /** The browser's cookies were cleared: everything is refused until a lab is asked for, which is this one. */
  nextId: string | null = null;
  /** Why the browser's last lab ended, as long as nobody has said that they read it. */
  notice: LabEnd | null = null;
  /** What the browser's cookie chooses. */
  variants: Record<string, string> = {};

  fetch = async (path: string, init?: RequestInit): Promise<Response> => {
    this.calls.push(`${init?.method ?? "GET"} ${path}`);
    if (this.failure === "network") throw new TypeError("Failed to fetch");
    if (this.failure !== null) {
      const headers = new Headers(this.failure.retryAfter ? { "retry-after": this.failure.retryAfter } : {});
      return Response.json({ error: this.failure.error }, { status: this.failure.status, headers });
    }
    const [route = path, query] = path.split("?");
    if (route === "/api/lab/notice") {
      this.notice = null;
      return new Response(null, { status: 204 });
    }
    if (this.nextId !== null) {
      if (route !== "/api/lab") return Response.json({ error: "lab_required" }, { status: 400 });
      this.id = this.nextId;
      this.nextId = null;
      this.events = [labEvent(1, { name: "lab.created" })];
    }
    const after = Number(new URLSearchParams(query).get("after") ?? "0");
    const answer = Response.json(this.answer(route, after));
    await this.delays.get(route);
    return answer;
  };

  openStream = (url: string): EventStream => {
    const stream = new FakeStream(url);
    this.streams.push(stream);
    return stream;
  };

  get stream(): FakeStream {
    const stream = this.streams.at(-1);
    if (stream === undefined) throw new Error("no stream was opened");
    return stream;
  }

  callsTo(path: string): number {
    return this.calls.filter((call) => call.includes(path)).length;
  }

  record(...events: LabEvent[]) {
    this.events.push(...events);
  }

  private answer(route: string, after: number): unknown {
    if (route === "/api/lab") {
      return { id: this.id, renewed: false, notice: this.notice, variants: this.variants };
    }
    if (route === "/api/lab/tokens") return { session: null, accessToken: null, refreshToken: null };
    const lastSeq = this.events.at(-1)?.seq ?? 0;
    if (route === "/mock-backend/lab/events") {
      const events = this.events.filter((event) => event.seq > after && event.seq >= this.ringStart);
      return { events, firstSeq: this.ringStart, lastSeq };
    }
    const state: LabState = {
      id: this.id,
      clock: { now: this.nowMs, offset: 0 },
      settings: defaultSettings,
      users: [],
      notes: [],
      families: [],
      keys: [],
      holders: { browser: none, next: none, attacker: none },
      firstSeq: this.ringStart,
      lastSeq,
    };
    return route === "/mock-backend/lab/clock" ? state.clock : state;
  }
}

/** An `EventSource` that says what it is told to say. */
export class FakeStream extends EventTarget implements EventStream {
  closed = false;

  constructor(readonly url: string) {
    super();
  }

  open() {
    this.dispatchEvent(new Event("open"));
  }

  push(...events: LabEvent[]) {
    for (const event of events) {
      this.dispatchEvent(new MessageEvent("lab", { data: JSON.stringify(event) }));
    }
  }

  gap(firstSeq: number) {
    this.dispatchEvent(new MessageEvent("gap", { data: JSON.stringify({ firstSeq }) }));
  }

  fail() {
    this.dispatchEvent(new Event("error"));
  }

  close() {
    this.closed = true;
  }
}
