"use client";

import { useState } from "react";
import { asProblem } from "@/lib/lab/client/problem";
import { retryInNewLab } from "@/lib/lab/client/retry-in-new-lab";
import { OwnThief } from "@/lib/lab/client/scenario/thief";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { PressButton } from "@/lib/ui/lab/press-button";
import styles from "./workbench.module.css";

/** An attacker with a copy of the learner's tokens, step by step. */
export function ThiefPanel() {
  const hasTokens = useLab((lab) => lab.tokens?.refreshToken != null);
  const { renew } = useControls();
  const [thief, setThief] = useState<OwnThief | null>(null);
  const [answer, setAnswer] = useState("");

  const doing = (work: () => Promise<string>) => async () => {
    try {
      setAnswer(await retryInNewLab(renew, work));
    } catch (thrown) {
      setAnswer(asProblem(thrown).message);
    }
  };
  const steal = doing(async () => {
    setThief(await OwnThief.ofSession());
    return "Copied: the attacker holds what your browser’s session stands for at this moment.";
  });
  const refresh = doing(async () =>
    (await thief?.refresh()) === 200
      ? "The backend gave the attacker a new pair: it cannot tell them from the app."
      : "The backend refused the attacker’s refresh token.",
  );
  const readNotes = doing(
    async () => `The backend answered ${await thief?.readNotes()} to the attacker’s access token.`,
  );

  return (
    <section className={styles.thief} aria-label="The thief">
      <p className={styles.lead}>The thief, with a copy of your tokens</p>
      <p className={styles.buttons}>
        <PressButton disabled={!hasTokens} onPress={steal}>
          Copy the tokens
        </PressButton>
        <PressButton disabled={thief === null} onPress={refresh}>
          Refresh with the copy
        </PressButton>
        <PressButton disabled={thief === null} onPress={readNotes}>
          Read the notes
        </PressButton>
      </p>
      <p role="status" className={styles.summary}>
        {answer || (hasTokens ? "" : "Sign in first: there is nothing to steal.")}
      </p>
    </section>
  );
}
