import { explain } from "@/content/lessons/refresh-rotation/explain";
import { scenarios } from "@/content/lessons/refresh-rotation/scenarios/scenarios";
import type { PresetPiece } from "@/content/notes-app/pieces";
import { LabProblem } from "@/lib/lab/client/problem";
import { browser } from "@/lib/lab/client/scenario/browser";
import { playScenario } from "@/lib/lab/client/scenario/play";
import type { LabEvent, LabSettings } from "@/lib/lab/schemas";
import { sendAttack } from "@/lib/ui/attacker/attack-outcome";
import { tellDemotion } from "./tell-demotion";

/** A story with its stage: which code runs, on which settings, what is done, and how it is told from the events. */
export type Preset = {
  id: string;
  title: string;
  /** What will be done, in one sentence. */
  does: string;
  /** Variants by lesson; lessons that are not named keep theirs. */
  variants: PresetPiece;
  /** On top of the default settings. */
  settings: Partial<LabSettings>;
  /** Plays for real, in the learner's own lab. @throws LabProblem */
  play(): Promise<void>;
  /** One or two sentences, from nothing but what the lab recorded meanwhile. */
  tell(events: readonly LabEvent[]): string;
};

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
/** From Friday at six in the evening to Monday at nine. */
const WEEKEND = 63 * HOUR;

const refresh = (variant: string) => ({ "refresh-rotation": variant });

export const presets: readonly Preset[] = [
  {
    id: "two-tabs",
    title: "Two tabs at expiry",
    does: "Ada’s access token expires while two tabs of hers are open. Both come back at once.",
    variants: refresh("in-callback"),
    settings: {},
    play: scenario("two-tabs"),
    tell: explain,
  },
  {
    id: "thief",
    title: "The thief",
    does: "Somebody copies Ada’s refresh token and uses it first. Then Ada comes back.",
    variants: refresh("in-proxy"),
    settings: {},
    play: scenario("stolen-token"),
    tell: explain,
  },
  {
    id: "weekend",
    title: "The weekend",
    does: "Ada closes her laptop on Friday and opens it on Monday. An unused refresh token lives for a day.",
    variants: refresh("in-proxy"),
    settings: { refreshIdleTtl: DAY },
    play: () =>
      during(async () => {
        await browser.advance(WEEKEND);
        await browser.open();
      }),
    tell: explain,
  },
  {
    id: "backend-down",
    title: "Backend down at the wrong moment",
    does: "Ada’s access token expires, and just then the backend answers 503. A moment later it is back.",
    variants: refresh("in-proxy"),
    settings: {},
    play: scenario("backend-down"),
    tell: explain,
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
    tell: tellDemotion,
  },
];

function scenario(id: string): () => Promise<void> {
  return () => during(scenarios[id] ?? (async () => {}));
}

async function during(work: () => Promise<void>): Promise<void> {
  await playScenario(work);
}
