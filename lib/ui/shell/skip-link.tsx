import styles from "./skip-link.module.css";

/** The first link of every page, for keyboard users. The page's `<main>` has the id `content`. */
export function SkipLink() {
  return (
    <a href="#content" className={styles.skip}>
      Skip to the content
    </a>
  );
}
