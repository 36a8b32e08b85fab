import { LabDock } from "@/lib/ui/lab/lab-dock";
import meta from "./meta";

/** The notes app whose page fetches its notes itself, under each way to do that. */
export default function TokensAndTheBrowserDemo() {
  return <LabDock lesson={meta.slug} variants={meta.variants} />;
}
