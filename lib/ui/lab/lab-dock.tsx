import { LabIsland } from "./lab-island";
import type { LabPanelProps } from "./lab-panel";
import { LabPoster } from "./lab-poster";

/**
 * The lab beside a lesson. Until it is wanted, it is a poster of the same size: HTML without code of its own.
 */
export function LabDock({ lesson, variants, actions, children }: LabPanelProps) {
  // Only what the panel shows: the rest of a lesson's metadata need not travel to the browser.
  const shown = variants?.map(({ name, summary }) => ({ name, summary }));
  return (
    <LabIsland lesson={lesson} variants={shown} actions={actions} poster={<LabPoster />}>
      {children}
    </LabIsland>
  );
}
