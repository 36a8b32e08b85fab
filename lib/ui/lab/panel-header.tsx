"use client";

import { signedInUser } from "@/lib/lab/client/current-session";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { Button } from "./button";
import styles from "./panel-header.module.css";
import { PressButton } from "./press-button";

type Props = {
  onSignedOut(): Promise<void> | undefined;
  /** The switch for the settings; left out where the settings have a place of their own. */
  settings?: { open: boolean; id: string; onToggle(): void };
};

/** The signed-in user, and buttons for what the panel does not show at once. */
export function PanelHeader({ onSignedOut, settings }: Props) {
  const { signOut } = useControls();
  const state = useLab((lab) => lab.state);
  const tokens = useLab((lab) => lab.tokens);
  const busy = useLab((lab) => lab.pending !== null);
  const user = state === null ? null : signedInUser(state, tokens);
  const leave = async () => {
    if (await signOut()) await onSignedOut();
  };
  return (
    <header className={styles.header}>
      <h2 className={styles.title}>
        Your lab
        <span className={styles.who}>{user === null ? "nobody signed in" : user.name}</span>
      </h2>
      <span className={styles.tools}>
        {user !== null && (
          <PressButton look="quiet" busy={busy} onPress={leave}>
            Sign out
          </PressButton>
        )}
        {settings !== undefined && (
          <Button
            look="quiet"
            aria-expanded={settings.open}
            aria-controls={settings.id}
            onClick={settings.onToggle}
          >
            Settings
          </Button>
        )}
      </span>
    </header>
  );
}
