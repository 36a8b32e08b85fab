import { LabDock } from "@/lib/ui/lab/lab-dock";
import meta from "./meta";

/** The sign-in under each variant. */
export default function CredentialsProviderDemo() {
  return <LabDock lesson={meta.slug} variants={meta.variants} />;
}
