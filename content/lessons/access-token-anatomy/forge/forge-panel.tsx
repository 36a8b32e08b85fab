"use client";

import { useState } from "react";
import shared from "@/lib/ui/attacker/attack-panel.module.css";
import { AttackerFrame } from "@/lib/ui/attacker/attacker-frame";
import { GroupedChoice } from "@/lib/ui/attacker/grouped-choice";
import { Button } from "@/lib/ui/lab/button";
import { type ForgeryName, forgeries } from "./forgeries";
import type { Forged, Presented } from "./present";

type Tools = typeof import("./present") & typeof import("./forgery-view");
type Made = { tools: Tools; forged: Forged; answer?: { presented: Presented; to: string } };

/** What makes, sends and shows a forgery is loaded with the first press. */
async function loadTools(): Promise<Tools> {
  const [present, view] = await Promise.all([import("./present"), import("./forgery-view")]);
  return { ...present, ...view };
}

/**
 * The forger's bench: choose a token, see how it differs from a genuine one, send it to the running API under the
 * verifier that the lab has chosen.
 */
export function ForgePanel() {
  const [chosen, setChosen] = useState<ForgeryName>("tampered-role");
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<Made>();
  const [problem, setProblem] = useState<string>();

  const perform = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    await work().catch(() => setProblem("This part of the page did not load. Press again."));
    setBusy(false);
  };
  const make = () =>
    perform(async () => {
      const tools = await loadTools();
      const forged = await tools.makeForgery(chosen);
      if ("problem" in forged) setProblem(forged.problem);
      else setMade({ tools, forged });
    });
  const present = ({ tools, forged }: Made, to: string) =>
    perform(async () => {
      const presented = await tools.presentForgery(forged);
      if ("problem" in presented) setProblem(presented.problem);
      else setMade({ tools, forged, answer: { presented, to } });
    });

  const choose = (name: ForgeryName) => {
    setChosen(name);
    setMade(undefined);
  };
  const story = forgeries.find((forgery) => forgery.name === chosen)?.story;
  return (
    <AttackerFrame
      title="The forger"
      withoutScripts="This bench needs JavaScript. The forgeries do not: the checks send every one of them."
      outcome={
        <>
          {problem !== undefined && <p role="alert">{problem}</p>}
          {made?.answer !== undefined && (
            <made.tools.PresentedView {...made.answer} genuine={made.forged.name === "genuine"} />
          )}
        </>
      }
      detail={made !== undefined && <made.tools.ForgeryView forged={made.forged} />}
    >
      <GroupedChoice choices={forgeries} chosen={chosen} onChoose={choose} />
      <p className={shared.note}>{story}</p>
      <p className={`${shared.buttons} needs-script`}>
        <Button look={made ? "plain" : "primary"} busy={busy} aria-busy={busy || undefined} onClick={make}>
          {made ? "Make it anew" : "Make it"}
        </Button>
        {made !== undefined && (
          <made.tools.SendButton forged={made.forged} busy={busy} onSend={(to) => present(made, to)} />
        )}
      </p>
    </AttackerFrame>
  );
}
