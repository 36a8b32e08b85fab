import type { LabEvent } from "@/lib/lab/schemas";
import { StillTimeline } from "@/lib/ui/lab/timeline/still-timeline";
import styles from "./run-timeline.module.css";

/** A recorded run within prose, drawn like the live timeline. It works without scripts and with screen readers. */
export function RunTimeline({ events, label }: { events: readonly LabEvent[]; label: string }) {
  return (
    <div className={styles.run}>
      <StillTimeline events={events} name={label} />
    </div>
  );
}
