"use client";

import { currentFamily } from "@/lib/lab/client/current-session";
import { accessLifetime, statusAt } from "@/lib/lab/client/token-lifetimes";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { useLabNow } from "@/lib/lab/client/use-lab-now";
import styles from "./actions.module.css";
import { PressButton } from "./press-button";
import { SignInButtons } from "./sign-in-buttons";

/** The buttons that a lesson can choose for its lab. */
export const labActions = ["open-notes", "expire-access", "minute", "quarter", "week"] as const;
export type LabAction = (typeof labActions)[number];

const jumps = [
  { action: "minute", label: "+1 min", seconds: 60, key: "m" },
  { action: "quarter", label: "+15 min", seconds: 15 * 60, key: undefined },
  { action: "week", label: "+7 d", seconds: 7 * 86_400, key: undefined },
] as const;

type Props = {
  shown: readonly LabAction[];
  signedIn: boolean;
  openApp(path: string): Promise<void> | undefined;
};

/** The most frequent actions: sign in, use the app, advance the clock. */
export function Actions({ shown, signedIn, openApp }: Props) {
  const { advance } = useControls();
  const state = useLab((lab) => lab.state);
  // When the backend no longer accepts the session's tokens, the learner has to sign in again.
  const ended = state !== null && currentFamily(state)?.status !== "active";
  return (
    <div className={styles.actions}>
      {(!signedIn || ended) && <SignInButtons openApp={openApp} />}
      {signedIn && shown.includes("open-notes") && (
        <PressButton look={ended ? "plain" : "primary"} onPress={async () => openApp("/notes")}>
          Open my notes
        </PressButton>
      )}
      {signedIn && !ended && shown.includes("expire-access") && <ExpireAccess />}
      <fieldset className={styles.group} aria-label="Move the lab’s clock forward">
        {jumps
          .filter(({ action }) => shown.includes(action))
          .map(({ action, label, seconds, key }) => (
            <PressButton key={action} aria-keyshortcuts={key} onPress={() => advance(seconds)}>
              {label}
            </PressButton>
          ))}
      </fieldset>
    </div>
  );
}

/** Advances the clock just past the access token's expiry. */
function ExpireAccess() {
  const { advance } = useControls();
  const state = useLab((lab) => lab.state);
  const busy = useLab((lab) => lab.pending !== null);
  const now = useLabNow();
  const life = accessLifetime(state === null ? null : currentFamily(state));
  const live = statusAt(life, now) === "live";
  const expire = () => advance(Math.ceil((life.expiresAt - now) / 1000) + 1);
  return (
    <PressButton disabled={!live} busy={busy} aria-keyshortcuts="e" onPress={expire}>
      Expire the access token
    </PressButton>
  );
}
