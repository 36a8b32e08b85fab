/** A kind of page with keys of its own beside those of the whole site. */
export type KeyArea = "lesson" | "playground";

/**
 * One shortcut. The key works when an element that matches `where` is on the page; the dialogs of the pages in
 * `areas` list it, those of all pages when left out.
 */
export type Key = { key: string; does: string; where: string; areas?: readonly KeyArea[] };

/**
 * The site's shortcuts. All are single characters, so the reader can switch them off (WCAG 2.2, 2.1.4), and each has
 * a link or button that does the same.
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
