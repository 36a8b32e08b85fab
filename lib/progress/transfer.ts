import { paintProgress } from "./paint.ts";
import {
  maxCharacters,
  noProgress,
  type Progress,
  type ReadProgress,
  readText,
  withMission,
} from "./progress.ts";
import { readProgress, writeProgress } from "./storage.ts";

const fileName = "silent-refresh-progress.json";
const refusedByDevice = "This device does not keep anything: its storage is refused or full.";

/** The progress before a reset or import, kept as long as this page is open. */
let replaced: Progress | null = null;

/** Handles a press of one of the progress controls: `export`, `choose` (a file to import), `reset` or `undo`. */
export function transfer(control: HTMLElement): void {
  const { progressDo } = control.dataset;
  // Clears the message about the last file.
  if (progressDo === "export" || progressDo === "choose") say(control, "");
  if (progressDo === "export") exportFile();
  if (progressDo === "reset") replace(control, noProgress, "Your progress is gone from this device.");
  if (progressDo === "undo") undo(control);
}

/** Replaces the progress and offers to undo it. */
function replace(control: HTMLElement, progress: Progress, done: string) {
  const before = readProgress();
  const isKept = writeProgress(progress);
  if (isKept && hasLessons(before)) replaced = before;
  say(control, isKept ? `${done}${replaced === null ? "" : " You can undo this."}` : refusedByDevice);
  paintProgress(readProgress());
}

function undo(control: HTMLElement) {
  if (replaced === null) return;
  const isKept = writeProgress(withMissionsOf(readProgress(), replaced));
  if (isKept) replaced = null;
  say(control, isKept ? "Your progress is back." : refusedByDevice);
  paintProgress(readProgress());
  // The undo button is gone, so the focus moves to the control beside it.
  if (isKept) controls(control)?.querySelector<HTMLElement>('[data-progress-do="reset"]')?.focus();
}

/** Adds the missions that were done since to restored progress. */
function withMissionsOf({ lessons }: Progress, progress: Progress): Progress {
  const since = Object.entries(lessons).flatMap(([lesson, { missions }]) =>
    missions.map((mission) => ({ lesson, mission })),
  );
  return since.reduce((all, { lesson, mission }) => withMission(all, lesson, mission), progress);
}

function hasLessons({ lessons }: Progress): boolean {
  return Object.keys(lessons).length > 0;
}

/** Imports the progress of a chosen file, or says why it cannot. */
export async function importChosen(input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  const { progress, because } = await readFile(file);
  input.value = "";
  if (progress === null) {
    say(input, `${file.name} is not a progress file of this site: ${because}. Nothing has changed.`);
  } else replace(input, progress, "Your progress is now what the file says.");
}

/** Reads a file, unless it is too large. */
async function readFile(file: File): Promise<ReadProgress> {
  if (file.size > maxCharacters) return { progress: null, because: "it is too large" };
  return readText(await file.text());
}

function say(control: HTMLElement, text: string) {
  const status = controls(control)?.querySelector("[role=status]");
  if (status) status.textContent = text;
  const button = controls(control)?.querySelector<HTMLElement>('[data-progress-do="undo"]');
  if (button) button.hidden = replaced === null;
}

function controls(control: HTMLElement): Element | null {
  return control.closest("[data-progress-controls]");
}

function exportFile() {
  const text = JSON.stringify(readProgress(), null, 2);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
