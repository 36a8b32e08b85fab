import styles from "./notes-app.module.css";

/** The backend is down, and the session is not: nobody is signed out for an outage. */
export function Unavailable({ path }: { path: string }) {
  return (
    <div className={styles.error} role="alert">
      <strong>The backend does not answer properly</strong>
      <p>
        You are still signed in. <a href={path}>Try again</a> in a moment.
      </p>
    </div>
  );
}
