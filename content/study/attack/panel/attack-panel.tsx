"use client";

import { useId, useState } from "react";
import { Button } from "@/lib/ui/lab/button";
import { attacks } from "../attacks";
import type { AttackOutcome } from "./attack-outcome";
import styles from "./attack-panel.module.css";

const groups = [...new Set(attacks.map(({ group }) => group))];

/**
 * The attacker's panel: each press sends a real POST to the running app, in the learner's own lab. What sends it and
 * shows the answer is loaded with the first press.
 */
export function AttackPanel() {
  const [chosen, setChosen] = useState("nobody");
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ of: AttackOutcome; module: typeof import("./attack-outcome") }>();
  const [failed, setFailed] = useState(false);
  const name = useId();

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
    <section className={styles.panel} aria-label="The attacker">
      <p className={styles.lead}>
        <span className={styles.mark} aria-hidden="true">
          X
        </span>
        The attacker
      </p>
      <div className={styles.groups}>
        {groups.map((group) => (
          <fieldset key={group} className={styles.group}>
            <legend>{group}</legend>
            {attacks
              .filter((attack) => attack.group === group)
              .map((attack) => (
                <label key={attack.name} className={styles.choice}>
                  <input
                    type="radio"
                    name={name}
                    value={attack.name}
                    checked={attack.name === chosen}
                    onChange={() => setChosen(attack.name)}
                  />
                  <span>{attack.label}</span>
                </label>
              ))}
          </fieldset>
        ))}
      </div>
      <p className={`${styles.send} needs-script`}>
        <Button look="primary" busy={busy} onClick={send}>
          {busy ? "Sending…" : "Send it"}
        </Button>
      </p>
      <noscript>
        <p>This panel needs JavaScript. The attacks do not: the checks send every one of them.</p>
      </noscript>
      <div aria-live="polite">
        {failed && <p role="alert">This part of the page did not load. Press again.</p>}
        {outcome !== undefined && <outcome.module.OutcomeView outcome={outcome.of} />}
      </div>
    </section>
  );
}
