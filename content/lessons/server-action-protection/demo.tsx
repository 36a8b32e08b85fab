import { LabDock } from "@/lib/ui/lab/lab-dock";
import meta from "./meta";

/** The notes app under each variant of its Server Actions. */
export default function ServerActionProtectionDemo() {
  return <LabDock lesson={meta.slug} variants={meta.variants} />;
}
