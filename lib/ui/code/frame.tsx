import type { ReactNode } from "react";
import styles from "./code.module.css";

/** Attributes of a scrolling box, which takes the focus so that the keyboard can scroll it (WCAG 2.1.1). */
export function scrollable(label: string) {
  return { tabIndex: 0, role: "group", "aria-label": label } as const;
}

/** The header and border of a piece of code. `Enhance` makes the copy button work. */
export function Frame({
  title,
  aside,
  copy,
  children,
}: {
  title: ReactNode;
  aside?: ReactNode;
  copy?: boolean;
  children: ReactNode;
}) {
  return (
    <figure className={styles.frame}>
      <figcaption>
        <span className={styles.title}>{title}</span>
        {aside && <span className={styles.aside}>{aside}</span>}
        {copy && (
          <button type="button" className={`${styles.copy} needs-script`} data-copy="">
            Copy
          </button>
        )}
      </figcaption>
      {children}
    </figure>
  );
}
