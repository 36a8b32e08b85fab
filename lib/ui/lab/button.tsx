import type { ButtonHTMLAttributes } from "react";
import styles from "./button.module.css";

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { look?: "plain" | "primary" | "quiet" | "icon" };

/** The lab's buttons: one primary at most in sight, quiet ones for what is beside the point. */
export function Button({ look = "plain", className = "", ...rest }: Props) {
  return <button type="button" className={`${styles.button} ${styles[look]} ${className}`} {...rest} />;
}
