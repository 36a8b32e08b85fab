import type { Actor } from "@/lib/lab/schemas";
import styles from "./lanes.module.css";

/** The lifelines behind the arrows. */
export function LaneGuides({ lanes }: { lanes: readonly Actor[] }) {
  return (
    <div className={styles.guides} aria-hidden="true">
      {lanes.map((actor) => (
        <span key={actor} data-actor={actor} />
      ))}
    </div>
  );
}
