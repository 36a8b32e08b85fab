import type { Source } from "@/lib/inspect/rules";
import { Rfc } from "@/lib/ui/lesson/links";

/** Where a rule is written. */
export function SourceLink({ source }: { source: Source }) {
  return <Rfc n={source.rfc} section={source.section} />;
}
