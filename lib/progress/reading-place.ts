import { withLesson } from "./progress.ts";
import { changeProgress } from "./storage.ts";

/** A heading above this share of the window's height counts as reached. */
const readingLine = 0.4;

/** Stores that a lesson was opened and, when the page is left, the section that was visible. */
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
  // The heading also contains a link to itself, whose text is left out.
  const title = [...heading.childNodes]
    .filter((node) => !(node instanceof HTMLAnchorElement))
    .map((node) => node.textContent)
    .join("");
  return { id: heading.id.slice(0, 120), title: title.trim().slice(0, 160) };
}
