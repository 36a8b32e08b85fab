/** One key and where it leads. `where` is what must be on the page for the key to do anything. */
export type Key = { key: string; does: string; where: string };

/**
 * The site's keys. All are single characters, so all can be switched off (WCAG 2.2, 2.1.4), and each has a link or a
 * button that does the same.
 */
export const keys: readonly Key[] = [
  { key: "?", does: "Show these keys", where: "#keys" },
  { key: "/", does: "Search", where: "[data-show-search]" },
  { key: "n", does: "Next lesson", where: 'a[rel="next"]' },
  { key: "p", does: "Previous lesson", where: 'a[rel="prev"]' },
  { key: "l", does: "Go to the lab", where: "#lab" },
  { key: "h", does: "Home page", where: 'header a[href="/"]' },
];
