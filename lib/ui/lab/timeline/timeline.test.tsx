import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { storyOfThree } from "@/test-doubles/sample-log";
import { lanesOf, timelineRows } from "./rows.ts";
import { StillTimeline } from "./still-timeline.tsx";
import { Timeline } from "./timeline.tsx";
import { TimelineSvg } from "./timeline-svg.tsx";

const html = renderToStaticMarkup(<Timeline events={storyOfThree} clock="elapsed" />);

test("a recording is served whole: every event is there, in order, before any script", () => {
  const seqs = [...html.matchAll(/data-event="(\d+)"/g)].map(([, seq]) => Number(seq));
  expect(seqs).toEqual(storyOfThree.map(({ seq }) => seq));
  expect(html).toContain("1 d 11:40");
});

test("no style attribute is served: the policy would refuse it", () => {
  expect(html).not.toContain(" style=");
});

test("in prose it is the same rows, without anything that would need a script", () => {
  const still = renderToStaticMarkup(<StillTimeline events={storyOfThree} name="A run" />);
  expect(still.match(/data-event=/g)).toHaveLength(storyOfThree.length);
  expect(still).not.toContain("<button");
  expect(still).not.toContain(" style=");
});

test("what needs scripts is not offered without them", () => {
  expect(html).toMatch(/needs-script[^>]*>.*As a table/);
});

test("the picture has every event, and nothing in it is markup by accident", () => {
  const rows = timelineRows(storyOfThree, "elapsed");
  const svg = renderToStaticMarkup(<TimelineSvg rows={rows} lanes={lanesOf(storyOfThree)} />);
  expect(svg.match(/<g /g)).toHaveLength(storyOfThree.length);
  expect(svg).toContain("a &lt;spent&gt; token");
  expect(svg).toContain("Lab clock + 1 d");
  expect(svg).toContain("Attacker");
});
