import { LabDock } from "@/lib/ui/lab/lab-dock";

/** The lab beside the lesson. */
export default function Demo() {
  return <LabDock />;
}
