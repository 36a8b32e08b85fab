import type { LabEvent } from "@/lib/lab/schemas";
import { StillTimeline } from "@/lib/ui/lab/timeline/still-timeline";
import styles from "./run-timeline.module.css";

/** A recorded run in the midst of prose, drawn as the lab draws what happens live. It reads without scripts, and aloud. */
export function RunTimeline({ events, label }: { events: readonly LabEvent[]; label: string }) {
  return (
    <div className={styles.run}>
      <StillTimeline events={events} name={label} />
    </div>
  );
}
