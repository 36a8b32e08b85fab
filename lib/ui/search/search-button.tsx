import styles from "./search-button.module.css";

/** Opens the search. Static: the search island in the layout listens for it. */
export function SearchButton({ className = "" }: { className?: string | undefined }) {
  return (
    <button
      type="button"
      className={`${styles.button} needs-script ${className}`}
      aria-keyshortcuts="Control+K Meta+K"
      data-show-search=""
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3L14 14" />
      </svg>
      <span>Search</span>
    </button>
  );
}
