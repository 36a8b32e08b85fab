"use client";

import type { LabEvent } from "@/lib/lab/schemas";
import { Button } from "../button";
import type { Clock } from "./rows";
import styles from "./timeline-tools.module.css";

type Props = {
  events: readonly LabEvent[];
  clock: Clock;
  asTable: boolean;
  onTable(asTable: boolean): void;
  /** Whether the timeline follows new events; undefined when none can arrive. */
  follow: boolean | undefined;
  onFollow(follow: boolean): void;
};

/** Controls for the timeline's form and for saving it. */
export function TimelineTools({ events, clock, asTable, onTable, follow, onFollow }: Props) {
  const none = events.length === 0;
  const save = async (form: "json" | "svg") => {
    const { saveTimeline } = await import("./save-timeline");
    saveTimeline(events, clock, form);
  };
  return (
    <div className={`${styles.tools} needs-script`}>
      {follow !== undefined && (
        <label className={styles.switch}>
          <input type="checkbox" checked={follow} onChange={(event) => onFollow(event.target.checked)} />
          Follow
        </label>
      )}
      <label className={styles.switch}>
        <input type="checkbox" checked={asTable} onChange={(event) => onTable(event.target.checked)} />
        As a table
      </label>
      <span className={styles.save}>
        Save
        <Button
          look="quiet"
          disabled={none}
          aria-label="Save as JSON"
          title="Every event, with this lab’s full tokens"
          onClick={() => save("json")}
        >
          JSON
        </Button>
        <Button look="quiet" disabled={none} aria-label="Save as SVG" onClick={() => save("svg")}>
          SVG
        </Button>
      </span>
    </div>
  );
}
