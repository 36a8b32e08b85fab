import { hasLab } from "@/lib/lab/client/lab-flag";
import { onLabReady } from "@/lib/lab/client/lab-ready";
import { paintProgress } from "./paint.ts";
import { keepReadingPlace } from "./reading-place.ts";
import { readProgress } from "./storage.ts";
import { storageKey } from "./storage-key.ts";
import { type OpenMission, watchMissions } from "./watch-missions.ts";

/** Shows the device's progress on this page, records new progress, and follows changes by other tabs. */
export function startProgress(): void {
  const paint = () => paintProgress(readProgress());
  paint();
  window.addEventListener("storage", (event) => event.key === storageKey && paint());
  // A page from the back/forward cache has missed what happened since.
  window.addEventListener("pageshow", (event) => event.persisted && paint());

  const lesson = document.querySelector<HTMLElement>("[data-lesson]")?.dataset.lesson;
  if (lesson === undefined) return;
  keepReadingPlace(lesson);
  const missions = missionsOnPage(lesson);
  if (missions.length === 0) return;
  const older = hasLab();
  onLabReady((lab) =>
    watchMissions(lab, { lesson, missions, older }, (id) => {
      paint();
      announce(id);
    }),
  );
}

function missionsOnPage(lesson: string): OpenMission[] {
  const items = document.querySelectorAll<HTMLElement>(`[data-missions-of="${lesson}"] [data-mission]`);
  return [...items].flatMap(({ dataset: { mission, whenName, whenCode, whenOutcome } }) =>
    mission === undefined || whenName === undefined
      ? []
      : [{ id: mission, when: { name: whenName, code: whenCode, outcome: whenOutcome } }],
  );
}

function announce(id: string) {
  const status = document.querySelector("[data-mission-status]");
  const text = document.querySelector(`[data-mission="${id}"] [data-mission-text]`)?.textContent;
  if (status && text) status.textContent = `Mission done: ${text}`;
}
