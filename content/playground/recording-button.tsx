"use client";

import { useId, useRef, useState } from "react";
import { Button } from "@/lib/ui/lab/button";
import { loadRecording, type Recording, RecordingError } from "./recording";
import styles from "./recording-button.module.css";

/** Opens a saved timeline from this device. The file is not sent anywhere. */
export function RecordingButton({ onLoad }: { onLoad(recording: Recording): void }) {
  const [problem, setProblem] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const latest = useRef<File>(undefined);
  const id = useId();

  const load = async (file: File | undefined) => {
    if (file === undefined) return;
    setProblem(null);
    latest.current = file;
    try {
      const recording = await loadRecording(file);
      if (latest.current === file) onLoad(recording);
    } catch (thrown) {
      // A large file can finish after a later choice.
      if (latest.current !== file) return;
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
          ref={chooser}
          id={id}
          type="file"
          accept="application/json,.json"
          className={styles.file}
          aria-describedby={`${id}-problem`}
          // A message about the last file does not concern the next one.
          onClick={() => setProblem(null)}
          onChange={(event) => {
            void load(event.target.files?.[0]);
            // An empty value lets the reader choose the same file again.
            event.target.value = "";
          }}
        />
      </span>
      <p id={`${id}-problem`} role="status" className={styles.problem}>
        {problem}
      </p>
      {problem !== null && (
        <Button
          look="quiet"
          onClick={() => {
            setProblem(null);
            // This button disappears with the message, so the focus moves to the file input.
            chooser.current?.focus();
          }}
        >
          Understood
        </Button>
      )}
    </div>
  );
}
