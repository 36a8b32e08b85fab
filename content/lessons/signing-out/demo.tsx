import { LabDock } from "@/lib/ui/lab/lab-dock";
import meta from "./meta";
import { TrialIsland } from "./trial-island";

/** The session under each way to end it, and what to come back with afterwards. */
export default function SigningOutDemo() {
  return (
    <LabDock lesson={meta.slug} variants={meta.variants}>
      <TrialIsland lesson={meta.slug} />
    </LabDock>
  );
}
