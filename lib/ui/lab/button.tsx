import type { ButtonHTMLAttributes } from "react";
import { classes } from "@/lib/ui/classes";
import styles from "./button.module.css";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: "plain" | "primary" | "quiet" | "icon";
  /** Whether its call is under way. The button keeps its look and its focus, and ignores presses. */
  busy?: boolean;
};

/** A button. A view has one `primary` button at most; `quiet` ones are for secondary actions. */
export function Button({ look = "plain", busy = false, onClick, ...rest }: Props) {
  return (
    <button
      type="button"
      className={classes(styles.button, styles[look])}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
      {...rest}
    />
  );
}
