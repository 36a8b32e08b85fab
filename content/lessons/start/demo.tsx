import { LabDock } from "@/lib/ui/lab/lab-dock";

/** Sign in, open all three tokens, move the clock. */
export default function StartDemo() {
  return <LabDock />;
}
