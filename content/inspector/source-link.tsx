import type { Advisory, Source } from "@/lib/inspect/rules";
import { Cve, Rfc } from "@/lib/ui/lesson/links";

/** A link to the RFC section or the advisory behind a rule. */
export function SourceLink({ source }: { source: Source | Advisory }) {
  return "cve" in source ? <Cve id={source.cve} /> : <Rfc n={source.rfc} section={source.section} />;
}
