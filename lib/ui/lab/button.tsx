import type { ButtonHTMLAttributes } from "react";
import { classes } from "@/lib/ui/classes";
import styles from "./button.module.css";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: "plain" | "primary" | "quiet" | "icon";
  /** Its call is under way: it keeps its look and its focus, and does nothing meanwhile. */
  busy?: boolean;
};

/** The lab's buttons: one primary at most in sight, quiet ones for what is beside the point. */
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
