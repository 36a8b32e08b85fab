"use client";

import { useId, useState } from "react";
import { loadRecording, type Recording, RecordingError } from "./recording";
import styles from "./recording-button.module.css";

/** Chooses a saved timeline from this device. Nothing of it is sent anywhere. */
export function RecordingButton({ onLoad }: { onLoad(recording: Recording): void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    setProblem(null);
    try {
      onLoad(await loadRecording(file));
    } catch (thrown) {
      setProblem(thrown instanceof RecordingError ? thrown.message : "This file could not be read.");
    }
  };

  return (
    <div className={styles.chooser}>
      <span className={styles.button}>
        <label htmlFor={id} className={styles.label}>
          Replay a recording
        </label>
        <input
          id={id}
          type="file"
          accept="application/json,.json"
          className={styles.file}
          aria-describedby={`${id}-problem`}
          onChange={(event) => {
            void load(event.target.files?.[0]);
            // The same file, changed, can be chosen again.
            event.target.value = "";
          }}
        />
      </span>
      <p id={`${id}-problem`} role="status" className={styles.problem}>
        {problem}
      </p>
    </div>
  );
}
