"use client";

import { useId } from "react";
import type { VariantChoice } from "@/lib/lab/client/controls";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { useOptimisticValue } from "./use-optimistic-value";
import styles from "./variant-switch.module.css";

type Props = {
  lesson: string;
  variants: readonly VariantChoice[];
  /** The group's name, where a page has more than one switch. */
  legend?: string;
};

/** Chooses the implementation that the app runs from the next request on. */
export function VariantSwitch({ lesson, variants, legend = "Variant" }: Props) {
  const { chooseVariant } = useControls();
  const chosen = useLab((lab) => lab.variants[lesson]);
  const { shown, busy, take } = useOptimisticValue(chosen, async (next) => {
    const variant = variants.find((one) => one.name === next);
    if (variant !== undefined) await chooseVariant(lesson, variant);
  });
  const name = useId();
  return (
    <fieldset className={styles.switch}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {variants.map((variant) => (
          <label key={variant.name} className={styles.option} title={variant.summary}>
            <input
              type="radio"
              name={name}
              className={styles.radio}
              checked={variant.name === shown}
              aria-busy={(busy && variant.name === shown) || undefined}
              onChange={() => take(variant.name)}
            />
            <span className={styles.name}>{variant.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
