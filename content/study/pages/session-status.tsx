"use client";

import { signOut, useSession } from "next-auth/react";
import styles from "./study.module.css";

/** NextAuth's client polls the session: this shows what the browser itself is told. */
export function SessionStatus() {
  const { data, status } = useSession();
  if (status !== "authenticated") return <p className={styles.status}>Signed out</p>;
  return (
    <div className={styles.status}>
      <span>
        {data.user.name ?? "Nobody"}
        {data.user.role !== undefined && <> · {data.user.role}</>}
        {data.error !== undefined && <> · session ended</>}
      </span>
      <button type="button" onClick={() => signOut({ callbackUrl: "/signin" })}>
        Sign out
      </button>
    </div>
  );
}
