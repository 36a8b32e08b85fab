import { maxCharacters, noProgress, parseProgress } from "./progress.ts";
import { readProgress, writeProgress } from "./storage.ts";

const fileName = "silent-refresh-progress.json";

/**
 * The three controls of the progress that this device keeps: export, import, reset (`data-progress-do`). They are
 * static; this makes them work.
 *
 * @param onChange called when what is kept has changed
 */
export function listenForTransfer(onChange: () => void): void {
  const controls = document.querySelector<HTMLElement>("[data-progress-controls]");
  if (!controls) return;
  const say = (text: string) => {
    const status = controls.querySelector("[role=status]");
    if (status) status.textContent = text;
  };
  controls.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-progress-do]") : null;
    if (button?.dataset.progressDo === "export") exportFile();
    if (button?.dataset.progressDo === "reset") {
      say(writeProgress(noProgress) ? "Your progress is gone from this device." : refusedByDevice);
      onChange();
    }
  });
  controls.addEventListener("change", async ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== "file") return;
    const [file] = target.files ?? [];
    if (file) say(await importFile(file));
    target.value = "";
    onChange();
  });
}

const refusedByDevice = "This device does not keep anything: its storage is refused or full.";

function exportFile() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify(readProgress(), null, 2)], { type: "application/json" }),
  );
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @returns what to tell the reader */
async function importFile(file: File): Promise<string> {
  const progress = file.size > maxCharacters ? null : parseProgress(await file.text());
  if (progress === null) return `${file.name} is not a progress file of this site; nothing has changed.`;
  return writeProgress(progress) ? "Your progress is now what the file says." : refusedByDevice;
}
