import type { Condition } from "@/lib/lesson/meta";
import type { ProofOutcome } from "@/lib/lesson/proof";
import { Mark } from "@/lib/ui/lesson/mark";

type Props = { outcome: ProofOutcome | undefined; conditions: readonly Condition[] };

/** How a check came out: one mark, or one a condition where they differ. */
export function ProofMark({ outcome, conditions }: Props) {
  if (outcome === undefined) return null;
  if (typeof outcome === "string") return <Mark passes={outcome === "green"} label={outcome} />;
  return Object.entries(outcome).map(([condition, found]) => {
    const title = conditions.find(({ name }) => name === condition)?.title ?? condition;
    return <Mark key={condition} passes={found === "green"} label={`${title}: ${found}`} />;
  });
}
