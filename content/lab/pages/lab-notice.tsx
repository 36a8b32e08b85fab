"use client";

import { useState } from "react";
import styles from "@/content/notes-app/pages/notes-app.module.css";
import { type LabEnd, labNoticeText } from "@/lib/lab/lab-end";

/** What became of the visitor's last lab. It stays on every page until they say that they have read it. */
export function LabNotice({ ended }: { ended: LabEnd }) {
  const [state, setState] = useState<"unread" | "busy" | "read">("unread");

  async function dismiss() {
    setState("busy");
    const answer = await fetch("/api/lab/notice", { method: "DELETE" }).catch(() => null);
    setState(answer?.ok ? "read" : "unread");
  }

  if (state === "read") return null;
  return (
    <div className={`${styles.notice} ${styles.dismissed}`}>
      <p role="status">{labNoticeText(ended)}</p>
      <button type="button" aria-busy={state === "busy"} onClick={dismiss}>
        OK
      </button>
    </div>
  );
}
