"use client";

import { signOut } from "next-auth/react";
import { useState } from "react";
import styles from "./notes-app.module.css";

/** Ends every session of the user, this one last. */
export function EverywhereButton({ offered }: { offered: boolean }) {
  const [state, setState] = useState<"ready" | "busy" | "failed">("ready");

  async function press() {
    setState("busy");
    const answer = await fetch("/api/sessions", { method: "DELETE" }).catch(() => null);
    if (!answer?.ok) return setState("failed");
    await signOut({ callbackUrl: "/signin" });
  }

  if (!offered) return null;
  return (
    <>
      {state === "failed" && (
        <p className={styles.error} role="alert">
          That did not work. You are still signed in everywhere. Try again.
        </p>
      )}
      <button type="button" disabled={state === "busy"} aria-busy={state === "busy"} onClick={press}>
        Sign out everywhere
      </button>
    </>
  );
}
