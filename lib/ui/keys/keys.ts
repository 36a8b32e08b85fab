/** A page that has keys of its own beside those of the whole site. */
export type KeyArea = "lesson" | "playground";

/**
 * One key and where it leads. `where` is what must be on the page for the key to do anything; `areas` are the pages
 * whose dialog names it, all of them when left out.
 */
export type Key = { key: string; does: string; where: string; areas?: readonly KeyArea[] };

/**
 * The site's keys. All are single characters, so all can be switched off (WCAG 2.2, 2.1.4), and each has a link or a
 * button that does the same.
 */
export const keys: readonly Key[] = [
  { key: "?", does: "Show these keys", where: "#keys" },
  { key: "/", does: "Search", where: "[data-show-search]" },
  { key: "n", does: "Next lesson", where: 'a[rel="next"]', areas: ["lesson"] },
  { key: "p", does: "Previous lesson", where: 'a[rel="prev"]', areas: ["lesson"] },
  { key: "l", does: "Go to the lab", where: "#lab", areas: ["lesson", "playground"] },
  { key: "a", does: "Go to the app", where: "#app", areas: ["playground"] },
  { key: "c", does: "Go to the controls", where: "#controls", areas: ["playground"] },
  { key: "t", does: "Go to the timeline’s newest event", where: "#timeline", areas: ["playground"] },
  {
    key: "e",
    does: "Expire the access token",
    where: '#lab [aria-keyshortcuts="e"]',
    areas: ["lesson", "playground"],
  },
  {
    key: "m",
    does: "Move the lab’s clock on by a minute",
    where: '#lab [aria-keyshortcuts="m"]',
    areas: ["lesson", "playground"],
  },
  { key: "h", does: "Home page", where: 'header a[href="/"]' },
];
