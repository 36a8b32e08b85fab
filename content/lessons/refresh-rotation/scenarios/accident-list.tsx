"use client";

import { type Ending, ScenarioList } from "@/content/study/scenarios/scenario-list";
import { useLab } from "@/lib/lab/client/use-lab";
import { play } from "./play";

export type AccidentListProps = { lesson: string; scenarios: readonly { id: string; title: string }[] };

/** Every row of the table as a button, on the strategy and the grace window that the lab has. */
export default function AccidentList({ lesson, scenarios }: AccidentListProps) {
  const variant = useLab((lab) => lab.variants[lesson]) ?? "";
  const grace = useLab((lab) => lab.state?.settings.grace) ?? 0;
  const isMeasured = variant !== "yours" && (grace === 0 || grace === 10);

  const playHere = async (id: string): Promise<Ending> => {
    const { survived, story } = await play(id);
    const title = scenarios.find((one) => one.id === id)?.title ?? id;
    const run = isMeasured ? `/lessons/${lesson}/runs/${id}.${variant}.grace-${grace}` : null;
    return { passes: survived, label: `${title}: ${survived ? "survived." : "not survived."}`, story, run };
  };

  return (
    <ScenarioList
      heading="Scenarios"
      lead={
        <>
          Each signs in as Ada and plays on <code>{variant}</code>, with {grace} s of grace.
        </>
      }
      scenarios={scenarios}
      on={`${variant}, ${grace} s`}
      play={playHere}
    />
  );
}
