import styles from "./skip-link.module.css";

/** First in every page, for those who come by keyboard; the page's `<main>` has the id `content`. */
export function SkipLink() {
  return (
    <a href="#content" className={styles.skip}>
      Skip to the content
    </a>
  );
}
