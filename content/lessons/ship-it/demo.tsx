import { LabDock } from "@/lib/ui/lab/lab-dock";
import { checklist } from "./checklist";
import { LiveIsland } from "./live/live-island";
import meta from "./meta";

/** All of the app under one of three presets, and the list to hold it against. */
export default function ShipItDemo() {
  const groups = checklist.map(({ title, lines }) => ({
    title,
    lines: lines.filter(({ live }) => live).map(({ id, text }) => ({ id, text })),
  }));
  return (
    <LabDock lesson={meta.slug} variants={meta.variants}>
      <LiveIsland lesson={meta.slug} groups={groups} />
    </LabDock>
  );
}
