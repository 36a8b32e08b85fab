"use client";

import { playScenario } from "@/lib/lab/client/scenario/play";
import { useLab } from "@/lib/lab/client/use-lab";
import { type Ending, ScenarioList } from "@/lib/ui/lab/scenario-list";
import { explain } from "./explain";
import { scenarios as accidents } from "./scenarios";

type AccidentId = keyof typeof accidents;

/** What the stories are read from is a rotation, and a second use that was noticed. Without, they would guess. */
const untold = {
  rotation:
    "Without rotation no refresh token is ever spent: a second use is no sign of a theft, and a thief’s copy is as good as its owner’s. The timeline says who used it.",
  detection:
    "Without reuse detection a spent refresh token is refused, and nothing follows from it: who came first goes on. The timeline says who that was.",
};

export type AccidentListProps = { lesson: string; scenarios: readonly { id: string; title: string }[] };

/** Every row of the table as a button, on the strategy and the grace window that the lab has. */
export default function AccidentList({ lesson, scenarios }: AccidentListProps) {
  const variant = useLab((lab) => lab.variants[lesson]) ?? "";
  const settings = useLab((lab) => lab.state?.settings);
  const { grace = 0, rotation = true, reuseDetection = true } = settings ?? {};
  const isUsual = rotation && reuseDetection;
  const isMeasured = variant !== "yours" && isUsual && (grace === 0 || grace === 10);
  const lacking = isUsual ? "" : ` and without ${rotation ? "reuse detection" : "rotation"}`;

  const playHere = async (id: string): Promise<Ending> => {
    const { failed, events } = await playScenario(accidents[id as AccidentId]);
    const survived = failed === null;
    const story = isUsual ? explain(events) : untold[rotation ? "detection" : "rotation"];
    const title = scenarios.find((one) => one.id === id)?.title ?? id;
    const run = isMeasured ? `/lessons/${lesson}/runs/${id}.${variant}.grace-${grace}` : null;
    return { passes: survived, label: `${title}: ${survived ? "survived." : "not survived."}`, story, run };
  };

  return (
    <ScenarioList
      heading="Scenarios"
      lead={
        <>
          Each signs in as Ada and plays on <code>{variant}</code>, with {grace} s of grace
          {lacking}.
        </>
      }
      scenarios={scenarios}
      on={`${variant}, ${grace} s${lacking}`}
      play={playHere}
    />
  );
}
