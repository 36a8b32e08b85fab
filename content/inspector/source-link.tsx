import type { Advisory, Source } from "@/lib/inspect/rules";
import { Cve, Rfc } from "@/lib/ui/lesson/links";

/** Where a rule is written, or what happened without it. */
export function SourceLink({ source }: { source: Source | Advisory }) {
  return "cve" in source ? <Cve id={source.cve} /> : <Rfc n={source.rfc} section={source.section} />;
}
