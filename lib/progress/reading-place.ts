import { withLesson } from "./progress.ts";
import { changeProgress } from "./storage.ts";

/** How far down the window a heading counts as read past. */
const readingLine = 0.4;

/** Remembers that a lesson was opened, and when the page is left, which of its sections was in sight. */
export function keepReadingPlace(lesson: string): void {
  const keep = () => {
    const section = sectionInSight();
    changeProgress((progress) => withLesson(progress, lesson, { visitedAt: Date.now(), section }));
  };
  changeProgress((progress) => withLesson(progress, lesson, { visitedAt: Date.now() }));
  window.addEventListener("pagehide", keep);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
}

function sectionInSight(): { id: string; title: string } | undefined {
  const line = window.innerHeight * readingLine;
  const heading = [...document.querySelectorAll<HTMLElement>("main h2[id]")].findLast(
    (each) => each.getBoundingClientRect().top < line,
  );
  if (!heading) return undefined;
  // The first text is the heading's own; its link to itself comes after.
  const title = [...heading.childNodes]
    .filter((node) => !(node instanceof HTMLAnchorElement))
    .map((node) => node.textContent)
    .join("");
  return { id: heading.id.slice(0, 120), title: title.trim().slice(0, 160) };
}
