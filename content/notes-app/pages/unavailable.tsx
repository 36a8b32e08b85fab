import styles from "./notes-app.module.css";

/** What a page shows while the backend is down. The session goes on: an outage signs nobody out. */
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
