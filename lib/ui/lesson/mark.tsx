import styles from "./mark.module.css";

/** A mark for a pass or a failure: a shape and a label, not colour alone. */
export function Mark({ passes, label = passes ? "passes" : "fails" }: { passes: boolean; label?: string }) {
  return (
    <span className={passes ? styles.passes : styles.fails}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={passes ? "M3 8.5l3.5 3.5L13 4.5" : "M4 4l8 8M12 4l-8 8"} />
      </svg>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
