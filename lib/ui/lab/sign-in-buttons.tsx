"use client";

import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { type DemoUser, demoUsers } from "@/lib/sign-in/demo-users";
import styles from "./actions.module.css";
import { PressButton } from "./press-button";

/** Signs in through NextAuth as one of the seeded users. */
export function SignInButtons({ openApp }: { openApp(path: string): Promise<void> | undefined }) {
  const { signIn } = useControls();
  const busy = useLab((lab) => lab.pending !== null);
  const enter = async (user: DemoUser) => {
    if (await signIn(user)) await openApp("/notes");
  };
  return (
    <fieldset className={styles.group} aria-label="Sign in to the app">
      {demoUsers.map((user, index) => (
        <PressButton
          key={user.email}
          look={index === 0 ? "primary" : "plain"}
          busy={busy}
          onPress={() => enter(user)}
        >
          {index === 0 ? `Sign in as ${user.name}` : user.name}
          {index > 0 && <span className="visually-hidden">: sign in</span>}
        </PressButton>
      ))}
    </fieldset>
  );
}
