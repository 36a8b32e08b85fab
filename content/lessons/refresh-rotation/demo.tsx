import { LabDock } from "@/lib/ui/lab/lab-dock";
import meta from "./meta";
import { ScenarioIsland } from "./scenario-island";

/** The session under each strategy, and every accident of the table to play on it. */
export default function RefreshRotationDemo() {
  const scenarios = meta.checks.map(({ id, title }) => ({ id, title }));
  return (
    <LabDock lesson={meta.slug} variants={meta.variants}>
      <ScenarioIsland lesson={meta.slug} scenarios={scenarios} />
    </LabDock>
  );
}
