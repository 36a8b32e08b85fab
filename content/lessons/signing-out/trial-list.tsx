"use client";

import { playScenario } from "@/lib/lab/client/scenario/play";
import { useLab } from "@/lib/lab/client/use-lab";
import { type Ending, ScenarioList } from "@/lib/ui/lab/scenario-list";
import { scenarios } from "./scenarios";
import { trials } from "./trials";

/** What a sign-out ends, tried in the learner's own lab on the variant that is chosen. */
export default function TrialList({ lesson }: { lesson: string }) {
  const variant = useLab((lab) => lab.variants[lesson]) ?? "";

  const play = async (id: string): Promise<Ending> => {
    const trial = trials.find((one) => one.id === id);
    if (trial === undefined) throw new Error(`no trial ${id}`);
    const { failed } = await playScenario(scenarios[trial.id]);
    const survived = failed === null;
    return {
      passes: survived,
      label: survived ? "It holds." : "It does not hold.",
      story: survived ? trial.holds : trial.fails,
      run: variant === "yours" ? null : `/lessons/${lesson}/runs/${id}.${variant}`,
    };
  };

  return (
    <ScenarioList
      heading="Try to come back"
      lead={
        <>
          Each signs in as Grace, and plays on <code>{variant}</code>.
        </>
      }
      scenarios={trials}
      on={variant}
      play={play}
    />
  );
}
