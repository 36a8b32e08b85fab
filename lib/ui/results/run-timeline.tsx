import type { LabEvent } from "@/lib/lab/schemas";
import { Timeline } from "@/lib/ui/lab/timeline/timeline";
import styles from "./run-timeline.module.css";

/** A recorded run, drawn as the lab draws what happens live. It reads without scripts, and aloud. */
export function RunTimeline({ events, label }: { events: readonly LabEvent[]; label: string }) {
  return (
    <div className={styles.run}>
      <Timeline events={events} clock="elapsed" name={label} />
    </div>
  );
}
