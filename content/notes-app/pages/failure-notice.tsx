import type { SignInFailure } from "@/lib/sign-in/sign-in-failure";
import styles from "./notes-app.module.css";

/** Why the visitor is not signed in, and what to do. */
export function FailureNotice({ title, advice }: SignInFailure) {
  return (
    <div className={styles.error} role="alert">
      <strong>{title}</strong> <p>{advice}</p>
    </div>
  );
}
