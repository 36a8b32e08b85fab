"use client";

import shared from "@/lib/ui/attacker/attack-panel.module.css";
import { AttackerFrame } from "@/lib/ui/attacker/attacker-frame";
import { useOutcome } from "@/lib/ui/attacker/use-outcome";
import { Button } from "@/lib/ui/lab/button";

/**
 * Runs the script for real: on the app's page, in the learner's own lab. What plays it and shows what came of it is
 * loaded with the first press.
 */
export function ScriptPanel() {
  const { busy, outcome, press } = useOutcome(async () => {
    const { OutcomeView, runScript } = await import("./script-outcome");
    return <OutcomeView outcome={await runScript()} />;
  });

  return (
    <AttackerFrame
      title="The script"
      withoutScripts="This panel needs JavaScript, as the script does. The checks run it in a real browser."
      outcome={outcome}
    >
      <p className={shared.note}>
        Opens <code>/notes/live</code> with the script on it, lets it run, closes the page, and hands what it
        took to a thief on another machine. It acts in your lab only, signed in as you, or as Grace if nobody
        is.
      </p>
      <p className={`${shared.buttons} needs-script`}>
        <Button look="primary" busy={busy} aria-busy={busy || undefined} onClick={press}>
          {busy ? "It runs…" : "Let it run"}
        </Button>
      </p>
    </AttackerFrame>
  );
}
