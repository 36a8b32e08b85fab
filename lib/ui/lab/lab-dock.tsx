import { LabIsland } from "./lab-island";
import type { LabPanelProps } from "./lab-panel";
import { LabPoster } from "./lab-poster";

/** The lab beside a lesson. Until the learner starts it, a static poster of the same size takes its place. */
export function LabDock({ lesson, variants, actions, children }: LabPanelProps) {
  // Passes only the metadata that the panel shows to the browser.
  const shown = variants?.map(({ name, summary }) => ({ name, summary }));
  return (
    <LabIsland lesson={lesson} variants={shown} actions={actions} poster={<LabPoster />}>
      {children}
    </LabIsland>
  );
}
