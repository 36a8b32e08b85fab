"use client";

import { useState } from "react";
import shared from "@/content/study/attack/panel/attack-panel.module.css";
import { AttackerFrame } from "@/content/study/attack/panel/attacker-frame";
import { Button } from "@/lib/ui/lab/button";
import type { ScriptOutcome } from "./script-outcome";

/**
 * Runs the script for real: on the app's page, in the learner's own lab. What plays it and shows what came of it is
 * loaded with the first press.
 */
export function ScriptPanel() {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ of: ScriptOutcome; module: typeof import("./script-outcome") }>();
  const [failed, setFailed] = useState(false);

  const run = async () => {
    setBusy(true);
    setFailed(false);
    try {
      const module = await import("./script-outcome");
      setOutcome({ of: await module.runScript(), module });
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };

  return (
    <AttackerFrame
      title="The script"
      withoutScripts="This panel needs JavaScript, as the script does. The checks run it in a real browser."
      outcome={
        <>
          {failed && <p role="alert">This part of the page did not load. Press again.</p>}
          {outcome !== undefined && <outcome.module.OutcomeView outcome={outcome.of} />}
        </>
      }
    >
      <p className={shared.note}>
        Opens <code>/notes/live</code> with the script on it, lets it run, closes the page, and hands what it
        took to a thief on another machine. It acts in your lab only, signed in as you, or as Grace if nobody
        is.
      </p>
      <p className={`${shared.buttons} needs-script`}>
        <Button look="primary" busy={busy} onClick={run}>
          {busy ? "It runs…" : "Let it run"}
        </Button>
      </p>
    </AttackerFrame>
  );
}
