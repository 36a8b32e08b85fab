import { doneOf, lastRead, lessonProgress, type Progress } from "./progress.ts";

/** Shows the device's progress on the page. It only adds to the page, which is complete without it. */
export function paintProgress(progress: Progress): void {
  for (const slot of document.querySelectorAll<HTMLElement>("[data-progress]")) paintSlot(slot, progress);
  for (const list of document.querySelectorAll<HTMLElement>("[data-missions-of]"))
    paintMissions(list, progress);
  paintContinue(progress);
}

/** Shows "3/7", a tick when all missions are done, or nothing before the first. */
function paintSlot(slot: HTMLElement, progress: Progress) {
  const missions = idsOf(slot);
  const done = doneOf(progress, slot.dataset.progress ?? "", missions);
  const all = done === missions.length;
  if (done === 0) slot.replaceChildren();
  else
    slot.replaceChildren(spoken(all ? "✓" : `${done}/${missions.length}`, all ? " done" : " missions done"));
}

function paintMissions(list: HTMLElement, progress: Progress) {
  const done = new Set(lessonProgress(progress, list.dataset.missionsOf ?? "").missions);
  for (const item of list.querySelectorAll<HTMLElement>("[data-mission]")) {
    const is = done.has(item.dataset.mission ?? "");
    if (is === (item.dataset.done !== undefined)) continue;
    if (is) item.append(hidden(" (done)"));
    else item.lastElementChild?.remove();
    item.toggleAttribute("data-done", is);
  }
}

/** Changes the home page's first link to the lesson that was read last, or to the next one if that is done. */
function paintContinue(progress: Progress) {
  const link = document.querySelector<HTMLAnchorElement>("a[data-continue]");
  const last = lastRead(progress);
  const slots = [...document.querySelectorAll<HTMLElement>("main [data-progress]")];
  const at = slots.findIndex((slot) => slot.dataset.progress === last);
  const slot = slots[at];
  if (!link || last === null || !slot) return;
  const finished = idsOf(slot).length > 0 && doneOf(progress, last, idsOf(slot)) === idsOf(slot).length;
  const next = finished ? slots[at + 1] : undefined;
  const section = next ? undefined : lessonProgress(progress, last).section;
  const lesson = (next ?? slot).closest("a");
  if (!lesson) return;
  link.href = `${lesson.pathname}${section ? `#${encodeURIComponent(section.id)}` : ""}`;
  link.textContent = next ? "Go on with the next lesson" : "Continue where you left off";
  const where = document.querySelector("[data-continue-where]");
  if (where) where.textContent = [lesson.dataset.title, section?.title].filter(Boolean).join(": ");
}

function idsOf(slot: HTMLElement): string[] {
  return (slot.dataset.missions ?? "").split(" ").filter(Boolean);
}

function spoken(shown: string, said: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(shown, hidden(said));
  return fragment;
}

function hidden(text: string): HTMLElement {
  const span = document.createElement("span");
  span.className = "visually-hidden";
  span.textContent = text;
  return span;
}
