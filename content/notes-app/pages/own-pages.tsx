"use client";

import { usePathname } from "next/navigation";
import { useSession } from "next-auth/react";
import { type ReactNode, useEffect, useState } from "react";
import styles from "./notes-app.module.css";

/**
 * Shows what was rendered for a user to that user only. NextAuth's client hears when the browser's session ends or
 * becomes another's; the pages themselves would go on showing what they were rendered with.
 *
 * @param owner the user's name, as the session has it; null when nobody was signed in at rendering
 */
export function OwnPages({ owner, children }: { owner: string | null; children: ReactNode }) {
  const path = usePathname();
  const { data } = useSession();
  const restored = useRestored();
  const ended = owner !== null && data === null;
  const anothers = owner !== null && data !== null && (data.user.name ?? "") !== owner;
  const reload = restored || anothers;

  useEffect(() => {
    // Not from this page's memory: the server decides what the browser's session of this moment may see.
    if (reload) window.location.reload();
  }, [reload]);

  return (
    <>
      {ended && (
        <p className={styles.notice} role="status">
          This browser no longer finds the session that this page was shown in.{" "}
          <a href={path}>Open the page again</a>
        </p>
      )}
      {/* Hidden and not taken away: should the session be back, what somebody has typed is still there. */}
      <div hidden={ended || reload}>{children}</div>
    </>
  );
}

/** Whether the browser has put the page back as it was left (the back/forward cache), which asks no server. */
function useRestored(): boolean {
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const shown = ({ persisted }: PageTransitionEvent) => setRestored(persisted);
    window.addEventListener("pageshow", shown);
    return () => window.removeEventListener("pageshow", shown);
  }, []);
  return restored;
}
