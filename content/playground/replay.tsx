"use client";

import { useEffect, useId, useState } from "react";
import { Button } from "@/lib/ui/lab/button";
import { clockTime, elapsedTime, eventLabel } from "@/lib/ui/lab/timeline/event-words";
import { Timeline } from "@/lib/ui/lab/timeline/timeline";
import type { Recording } from "./recording";
import styles from "./replay.module.css";

/** The time between two events during playback: long enough to read an arrow. */
const stepMs = 600;

/** A recorded timeline up to the scrubber's position. */
export function Replay({ recording, onClose }: { recording: Recording; onClose(): void }) {
  const { events, clock, name } = recording;
  const [shown, setShown] = useState(events.length);
  const [playing, setPlaying] = useState(false);
  const id = useId();
  const last = events[shown - 1];

  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => {
      setShown(shown + 1);
      if (shown + 1 >= events.length) setPlaying(false);
    }, stepMs);
    return () => clearTimeout(timer);
  }, [playing, shown, events.length]);

  const toggle = () => {
    if (!playing && shown === events.length) setShown(1);
    setPlaying(!playing);
  };
  const words = last === undefined ? "" : `${shown} of ${events.length}: ${eventLabel(last)}`;
  return (
    <div className={styles.replay}>
      <div className={styles.bar}>
        <p className={styles.name}>
          A recording: <strong>{name}</strong>
        </p>
        <Button look="quiet" onClick={onClose}>
          Back to the live lab
        </Button>
      </div>
      <div className={styles.scrubber}>
        <Button onClick={toggle}>{playing ? "Pause" : "Play"}</Button>
        <label htmlFor={id} className="visually-hidden">
          Event of the recording
        </label>
        <input
          id={id}
          type="range"
          min={1}
          max={events.length}
          step={1}
          value={shown}
          aria-valuetext={words}
          onChange={(event) => {
            setPlaying(false);
            setShown(Number(event.target.value));
          }}
        />
        <output htmlFor={id} className={styles.where}>
          {shown} / {events.length}
          {last !== undefined && ` · ${clock === "lab" ? clockTime(last) : elapsedTime(last)}`}
        </output>
      </div>
      <Timeline live events={events.slice(0, shown)} clock={clock} name={`What happened in ${name}`} />
    </div>
  );
}
