import type { ReactNode } from "react";
import styles from "./lab-dock.module.css";

/** Where the lab stands: beside the prose on a wide screen, after it on a narrow one. */
export function LabDock({ slug, children }: { slug: string; children: ReactNode }) {
  return (
    <aside id="lab" aria-label="Lab" className={styles.dock} data-lab={slug}>
      {children}
    </aside>
  );
}
