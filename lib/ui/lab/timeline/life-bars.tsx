import styles from "./life-bars.module.css";
import type { Segment } from "./segments";

/** The access tokens' bars beside one row, hidden from screen readers: the rows say the same in words. */
export function LifeBars({ segments }: { segments: readonly Segment[] }) {
  return (
    <span className={styles.bars} aria-hidden="true">
      {segments.map(({ generation, track, left, part, old }) => (
        <span
          key={generation}
          className={styles.bar}
          data-token={`A${generation}`}
          data-track={track}
          data-left={left}
          data-part={part}
          data-old={old || undefined}
          title={`access token ${generation}`}
        />
      ))}
    </span>
  );
}
