"use client";

import { useState } from "react";
import { Button } from "@/lib/ui/lab/button";
import { attacks } from "../attacks";
import type { AttackOutcome } from "./attack-outcome";
import styles from "./attack-panel.module.css";
import { AttackerFrame } from "./attacker-frame";
import { GroupedChoice } from "./grouped-choice";

/**
 * The attacker's panel: each press sends a real POST to the running app, in the learner's own lab. What sends it and
 * shows the answer is loaded with the first press.
 */
export function AttackPanel() {
  const [chosen, setChosen] = useState<string>("nobody");
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ of: AttackOutcome; module: typeof import("./attack-outcome") }>();
  const [failed, setFailed] = useState(false);

  const send = async () => {
    setBusy(true);
    setFailed(false);
    try {
      const module = await import("./attack-outcome");
      setOutcome({ of: await module.sendAttack(chosen), module });
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };

  return (
    <AttackerFrame
      title="The attacker"
      withoutScripts="This panel needs JavaScript. The attacks do not: the checks send every one of them."
      outcome={
        <>
          {failed && <p role="alert">This part of the page did not load. Press again.</p>}
          {outcome !== undefined && <outcome.module.OutcomeView outcome={outcome.of} />}
        </>
      }
    >
      <GroupedChoice choices={attacks} chosen={chosen} onChoose={setChosen} />
      <p className={`${styles.buttons} needs-script`}>
        <Button look="primary" busy={busy} onClick={send}>
          {busy ? "Sending…" : "Send it"}
        </Button>
      </p>
    </AttackerFrame>
  );
}
