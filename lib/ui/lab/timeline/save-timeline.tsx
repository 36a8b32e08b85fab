import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { LabEvent } from "@/lib/lab/schemas";
import { type Clock, lanesOf, timelineRows } from "./rows";
import { TimelineSvg } from "./timeline-svg";

const types = { json: "application/json", svg: "image/svg+xml" } as const;

/** Saves the timeline as a download. */
export function saveTimeline(events: readonly LabEvent[], clock: Clock, form: "json" | "svg"): void {
  const text =
    form === "json"
      ? `${JSON.stringify({ clock, events }, null, 2)}\n`
      : pictureOf(<TimelineSvg rows={timelineRows(events, clock)} lanes={lanesOf(events)} />);
  const address = URL.createObjectURL(new Blob([text], { type: types[form] }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `timeline.${form}`;
  link.click();
  // The browser has read the data by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** An SVG element as the text of a file. The page has React's client already: `react-dom/server` would add 260 KB. */
function pictureOf(svg: ReactNode): string {
  const frame = document.createElement("div");
  const root = createRoot(frame);
  flushSync(() => root.render(svg));
  const text = new XMLSerializer().serializeToString(frame.firstChild ?? frame);
  root.unmount();
  return `${text}\n`;
}
