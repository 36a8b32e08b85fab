import { paintProgress } from "./paint.ts";
import { maxCharacters, noProgress, type ReadProgress, readText } from "./progress.ts";
import { readProgress, writeProgress } from "./storage.ts";

const fileName = "silent-refresh-progress.json";
const refusedByDevice = "This device does not keep anything: its storage is refused or full.";

/** One of the controls of the progress that this device keeps was pressed: `export` or `reset`. */
export function transfer(control: HTMLElement): void {
  if (control.dataset.progressDo === "export") exportFile();
  if (control.dataset.progressDo !== "reset") return;
  say(control, writeProgress(noProgress) ? "Your progress is gone from this device." : refusedByDevice);
  paintProgress(readProgress());
}

/** Takes over the progress that a chosen file holds, or says why not. */
export async function importChosen(input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? [];
  if (!file) return;
  const { progress, because } = await readFile(file);
  input.value = "";
  if (progress === null) {
    say(input, `${file.name} is not a progress file of this site: ${because}. Nothing has changed.`);
  } else say(input, writeProgress(progress) ? "Your progress is now what the file says." : refusedByDevice);
  paintProgress(readProgress());
}

/** A file that is too large is not even read. */
async function readFile(file: File): Promise<ReadProgress> {
  if (file.size > maxCharacters) return { progress: null, because: "it is too large" };
  return readText(await file.text());
}

function say(control: HTMLElement, text: string) {
  const status = control.closest("[data-progress-controls]")?.querySelector("[role=status]");
  if (status) status.textContent = text;
}

function exportFile() {
  const text = JSON.stringify(readProgress(), null, 2);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
