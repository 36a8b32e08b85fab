import type { Actor, LabEvent } from "@/lib/lab/schemas";
import { accessLives } from "./access-lives";
import { clockTime, elapsedTime, eventLabel, isBand, isWrong, jumpLabel, laneOf } from "./event-words";
import { type Segment, segmentsOf } from "./segments";

/** One event as lanes, table and picture show it. */
export type Row = {
  event: LabEvent;
  look: "request" | "answer" | "jump" | "band" | "quiet";
  label: string;
  time: string;
  wrong: boolean;
  /** The jump of the lab's clock in seconds; 0 for any other event. */
  jumpSeconds: number;
  segments: readonly Segment[];
  /** The access tokens that expired between the previous event and this one. */
  expired: readonly number[];
  /** Identifies the content: a row with an unchanged key need not render again. */
  key: string;
};

/** `lab`: the time of day in the lab. `elapsed`: the time since the recording began. */
export type Clock = "lab" | "elapsed";

/** Makes the timeline's rows from a log. */
export function timelineRows(events: readonly LabEvent[], clock: Clock): Row[] {
  const segments = segmentsOf(events, accessLives(events));
  return events.map((event, index) => {
    const own = segments[index] ?? [];
    const previous = events[index - 1];
    const words = wordsOf(event, previous, clock);
    const expired = own.filter(({ part }) => part === "expired").map(({ generation }) => generation);
    const key = own.map((one) => `${one.generation}${one.part}${one.left}${one.old}`).join();
    return { event, ...words, segments: own, expired, key };
  });
}

type Words = Pick<Row, "look" | "label" | "time" | "wrong" | "jumpSeconds">;

/** A cache: formatting dates is the slowest part of a row, and an event never changes. */
const known = { lab: new WeakMap<LabEvent, Words>(), elapsed: new WeakMap<LabEvent, Words>() };

function wordsOf(event: LabEvent, previous: LabEvent | undefined, clock: Clock): Words {
  const before = known[clock].get(event);
  if (before !== undefined) return before;
  const jumpSeconds = jumpOf(event, previous);
  const words: Words = {
    look: lookOf(event, jumpSeconds),
    label: jumpSeconds > 0 ? jumpLabel(event, jumpSeconds, clock === "lab") : eventLabel(event),
    time: clock === "lab" ? clockTime(event) : elapsedTime(event),
    wrong: isWrong(event),
    jumpSeconds,
  };
  known[clock].set(event, words);
  return words;
}

function jumpOf(event: LabEvent, previous: LabEvent | undefined): number {
  if (event.name !== "clock.advanced") return 0;
  const advance = event.detail?.advance;
  if (typeof advance === "number") return advance;
  // A recording has no details, and only jumps move its clock.
  return (event.at - (previous?.at ?? event.at)) / 1000;
}

function lookOf(event: LabEvent, jumpSeconds: number): Row["look"] {
  if (jumpSeconds > 0) return "jump";
  if (event.type === "note") return isBand(event) ? "band" : "quiet";
  return event.type === "response" ? "answer" : "request";
}

const usualLanes: readonly Actor[] = ["browser", "next", "backend"];
const allLanes: readonly Actor[] = [...usualLanes, "attacker"];

/** The lanes: a fixed list, with the attacker's once an attacker has acted. */
export function lanesOf(events: readonly LabEvent[]): readonly Actor[] {
  const attacked = events.some(({ from, to }) => from === "attacker" || to === "attacker");
  return attacked ? allLanes : usualLanes;
}

/** Events about the whole lab stay under every filter, because the other rows would be misread without them. */
const everybodys = new Set(["lab.created", "lab.reset", "clock.advanced"]);

/** The rows that begin or end at one of the chosen actors; all rows when none is chosen. */
export function rowsTouching(rows: readonly Row[], chosen: readonly Actor[]): readonly Row[] {
  if (chosen.length === 0) return rows;
  return rows.filter(
    ({ event }) =>
      everybodys.has(event.name) || chosen.includes(laneOf(event.from)) || chosen.includes(laneOf(event.to)),
  );
}
