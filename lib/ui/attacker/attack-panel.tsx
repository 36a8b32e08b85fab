"use client";

import { useState } from "react";
import { attacks } from "@/lib/lab/attack/attacks";
import { Button } from "@/lib/ui/lab/button";
import styles from "./attack-panel.module.css";
import { AttackerFrame } from "./attacker-frame";
import { GroupedChoice } from "./grouped-choice";
import { useOutcome } from "./use-outcome";

/**
 * The attacker's panel: each press sends a real POST to the running app, in the learner's own lab. What sends it and
 * shows the answer is loaded with the first press.
 */
export function AttackPanel() {
  const [chosen, setChosen] = useState<string>("nobody");
  const { busy, outcome, press } = useOutcome(async () => {
    const { OutcomeView, sendAttack } = await import("./attack-outcome");
    return <OutcomeView outcome={await sendAttack(chosen)} />;
  });

  return (
    <AttackerFrame
      title="The attacker"
      withoutScripts="This panel needs JavaScript. The attacks do not: the checks send every one of them."
      outcome={outcome}
    >
      <GroupedChoice choices={attacks} chosen={chosen} onChoose={setChosen} />
      <p className={`${styles.buttons} needs-script`}>
        <Button look="primary" busy={busy} aria-busy={busy || undefined} onClick={press}>
          {busy ? "Sending…" : "Send it"}
        </Button>
      </p>
    </AttackerFrame>
  );
}
