import type { LabEvent } from "@/lib/lab/schemas";
import { EventDetail } from "./event-detail";
import { actorNames } from "./event-words";
import { LaneGuides } from "./lane-guides";
import lanesStyles from "./lanes.module.css";
import { LifeBars } from "./life-bars";
import { RowLine } from "./row-line";
import { lanesOf, timelineRows } from "./rows";
import styles from "./timeline.module.css";
import rowStyles from "./timeline-row.module.css";

/** A recording within prose: the timeline's rows, which open without any script. */
export function StillTimeline({ events, name }: { events: readonly LabEvent[]; name: string }) {
  const lanes = lanesOf(events);
  const rows = timelineRows(events, "elapsed");
  return (
    <section className={styles.timeline} aria-label={name} data-lanes={lanes.length}>
      <div className={styles.scroller}>
        <div className={lanesStyles.heads} aria-hidden="true">
          <span className={lanesStyles.clock}>lab time</span>
          {lanes.map((actor) => (
            <span key={actor} className={lanesStyles.name}>
              {actorNames[actor]}
            </span>
          ))}
        </div>
        <div className={styles.sheet}>
          <LaneGuides lanes={lanes} />
          <ol className={styles.events}>
            {rows.map((row, index) => (
              <li key={row.event.seq} className={`${rowStyles.item} ${rowStyles.alone}`}>
                <LifeBars segments={row.segments} />
                <details>
                  <RowLine row={row} lanes={lanes} showTime={rows[index - 1]?.time !== row.time} />
                  <EventDetail event={row.event} action={null} />
                </details>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
}
