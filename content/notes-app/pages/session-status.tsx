"use client";

import { signOut, useSession } from "next-auth/react";
import { useSyncExternalStore } from "react";
import { away } from "./kept-session";
import styles from "./notes-app.module.css";

/** NextAuth's client polls the session: this shows what the browser itself is told, and was told last in an outage. */
export function SessionStatus() {
  const { data, status } = useSession();
  const isAway = useSyncExternalStore(away.subscribe, away.get, () => false);
  if (status !== "authenticated") return <p className={styles.status}>Signed out</p>;
  return (
    <div className={styles.status}>
      <span>
        {data.user.name ?? "Nobody"}
        {data.user.role !== undefined && <> · {data.user.role}</>}
        {data.error !== undefined && <> · session ended</>}
        <span aria-live="polite">{isAway && " · the app cannot be reached"}</span>
      </span>
      <button type="button" onClick={() => signOut({ callbackUrl: "/signin" })}>
        Sign out
      </button>
    </div>
  );
}
