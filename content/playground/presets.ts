import { explain } from "@/content/lessons/refresh-rotation/explain";
import { scenarios } from "@/content/lessons/refresh-rotation/scenarios";
import type { PresetPiece } from "@/content/notes-app/pieces";
import { LabProblem } from "@/lib/lab/client/problem";
import { playScenario } from "@/lib/lab/client/scenario/play";
import type { LabEvent, LabSettings } from "@/lib/lab/schemas";
import type { Scenario } from "@/lib/scenario/scenario";
import { sendAttack } from "@/lib/ui/attacker/attack-outcome";
import { explainDemotion } from "./explain-demotion";

/** A scenario with the variants and settings that it needs, and an explanation from its events. */
export type Preset = {
  id: string;
  title: string;
  /** What the preset does, in one sentence. */
  does: string;
  /** Variants by lesson. A lesson that is not named keeps its variant. */
  variants: PresetPiece;
  /** Changes to the default settings. */
  settings: Partial<LabSettings>;
  /** Sends the requests to the learner's own lab. @throws LabProblem */
  play(): Promise<void>;
  /** Explains in one or two sentences what the recorded events show. */
  explain(events: readonly LabEvent[]): string;
};

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
/** From Friday 18:00 to Monday 09:00, in seconds. */
const WEEKEND = 63 * HOUR;

const refresh = (variant: string) => ({ "refresh-rotation": variant });

export const presets: readonly Preset[] = [
  {
    id: "two-tabs",
    title: "Two tabs at expiry",
    does: "Ada’s access token expires while two tabs of hers are open. Both come back at once.",
    variants: refresh("in-callback"),
    settings: {},
    play: played(scenarios["two-tabs"]),
    explain,
  },
  {
    id: "thief",
    title: "The thief",
    does: "Somebody copies Ada’s refresh token and uses it first. Then Ada comes back.",
    variants: refresh("in-proxy"),
    settings: {},
    play: played(scenarios["stolen-token"]),
    explain,
  },
  {
    id: "weekend",
    title: "The weekend",
    does: "Ada closes her laptop on Friday and opens it on Monday. An unused refresh token lives for a day.",
    variants: refresh("in-proxy"),
    settings: { refreshIdleTtl: DAY },
    play: played({
      async play(visitor, lab) {
        await visitor.signIn("ada");
        await lab.advance(WEEKEND);
        await visitor.open();
      },
    }),
    explain,
  },
  {
    id: "backend-down",
    title: "Backend down at the wrong moment",
    does: "Ada’s access token expires, and just then the backend answers 503. A moment later it is back.",
    variants: refresh("in-proxy"),
    settings: {},
    play: played(scenarios["backend-down"]),
    explain,
  },
  {
    id: "demoted-admin",
    title: "The demoted admin",
    does: "Grace is made an admin, signs in, and is demoted. Her cookie is as before, and she asks to be an admin again.",
    variants: { "server-action-protection": "role-in-cookie" },
    settings: {},
    play: async () => {
      const outcome = await sendAttack("demoted");
      if ("problem" in outcome) throw new LabProblem("refused", outcome.problem);
    },
    explain: explainDemotion,
  },
];

function played(scenario: Scenario): () => Promise<void> {
  return async () => void (await playScenario(scenario));
}
