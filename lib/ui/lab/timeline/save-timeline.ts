import type { LabEvent } from "@/lib/lab/schemas";
import { type Clock, lanesOf, timelineRows } from "./rows";
import { timelineSvg } from "./timeline-svg";

const types = { json: "application/json", svg: "image/svg+xml" } as const;

/** Saves the timeline as a download. */
export function saveTimeline(events: readonly LabEvent[], clock: Clock, form: "json" | "svg"): void {
  const text =
    form === "json"
      ? `${JSON.stringify({ clock, events }, null, 2)}\n`
      : timelineSvg(timelineRows(events, clock), lanesOf(events));
  const address = URL.createObjectURL(new Blob([text], { type: types[form] }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `timeline.${form}`;
  link.click();
  // The browser has read the data by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
