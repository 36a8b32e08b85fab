import { LabDock } from "@/lib/ui/lab/lab-dock";
import meta from "./meta";

/** The invoices API under each of its verifiers: what is sent to it, what it asks its issuer, what it decides. */
export default function AccessTokenAnatomyDemo() {
  return <LabDock lesson={meta.slug} variants={meta.variants} actions={["minute", "quarter"]} />;
}
