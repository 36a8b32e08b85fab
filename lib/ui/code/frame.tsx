import type { ReactNode } from "react";
import styles from "./code.module.css";

/** A scrolling box takes focus, so that the keyboard can scroll it (WCAG 2.1.1), and says what it is. */
export function scrollable(label: string) {
  return { tabIndex: 0, role: "group", "aria-label": label } as const;
}

/** The header line and the border around a piece of code. The copy button is wired by `Enhance`. */
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
