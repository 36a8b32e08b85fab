import styles from "./brand.module.css";

/** The site's name and logo, a link to the home page. The logo is an access token followed by a refresh token. */
export function Brand() {
  return (
    <a href="/" className={styles.brand}>
      <svg viewBox="0 0 30 18" width="30" height="18" aria-hidden="true">
        <circle cx="8" cy="9" r="7" className={styles.access} />
        <path d="M21 .5L29.5 9 21 17.5 12.5 9z" className={styles.refresh} />
      </svg>
      Silent Refresh
    </a>
  );
}
