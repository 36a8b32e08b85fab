"use client";

import { useLab } from "@/lib/lab/client/use-lab";
import { VariantSwitch } from "@/lib/ui/lab/variant-switch";
import type { SwitchableLesson } from "./switchable";
import styles from "./workbench.module.css";

/** One switch a lesson. The app runs the chosen variant from the next request on. */
export function VariantSwitches({ lessons }: { lessons: readonly SwitchableLesson[] }) {
  const chosen = useLab((lab) => lab.variants);
  return (
    <div className={styles.switches}>
      {lessons.map(({ slug, title, variants }) => {
        const running = variants.find(({ name }) => name === chosen[slug]);
        return (
          <div key={slug} className={styles.piece}>
            <VariantSwitch lesson={slug} legend={title} variants={variants} />
            <p className={styles.summary}>
              {running?.summary} <a href={`/lessons/${slug}`}>The lesson</a>
            </p>
          </div>
        );
      })}
    </div>
  );
}
