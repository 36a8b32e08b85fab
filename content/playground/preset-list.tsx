"use client";

import { useEffect, useId, useRef, useState } from "react";
import { asProblem } from "@/lib/lab/client/problem";
import { retryInNewLab } from "@/lib/lab/client/retry-in-new-lab";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { Button } from "@/lib/ui/lab/button";
import { applyPreset, type PlayedPreset, playPreset } from "./play-preset";
import styles from "./preset-list.module.css";
import { type Preset, presets } from "./presets";

type Props = { onStart(): void; onEnd(): void };

/** The presets: each sets variants and settings, plays requests, and is explained from the recorded events. */
export function PresetList({ onStart, onEnd }: Props) {
  const { renew, retry } = useControls();
  const busy = useLab((lab) => lab.pending !== null);
  const [playing, setPlaying] = useState<Preset | null>(null);
  const [played, setPlayed] = useState<(PlayedPreset & { preset: Preset }) | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ending = useRef<HTMLDivElement>(null);
  const ended = playing === null && (played !== null || problem !== null);

  // The outcome stands above the list, which the reader has scrolled down. Only the panel is scrolled, not the page.
  useEffect(() => {
    const panel = ending.current?.closest('[role="tabpanel"]');
    if (ended) panel?.scrollTo({ top: 0, behavior: "instant" });
  }, [ended]);

  const start = async (preset: Preset, applyFirst: boolean) => {
    setPlaying(preset);
    setProblem(null);
    onStart();
    try {
      const play = async () => {
        if (applyFirst) await applyPreset(preset);
        return playPreset(preset);
      };
      setPlayed({ ...(await retryInNewLab(renew, play)), preset });
    } catch (thrown) {
      setPlayed(null);
      setProblem(asProblem(thrown).message);
      retry();
    } finally {
      setPlaying(null);
      onEnd();
    }
  };

  return (
    <div className={styles.presets}>
      <div ref={ending} className={styles.outcome} role="status">
        {playing !== null && <p>Playing: {playing.title}…</p>}
        {playing === null && problem !== null && <p className={styles.problem}>{problem}</p>}
        {playing === null && played !== null && (
          <>
            <p className={styles.title}>
              {played.preset.title}, on{" "}
              {played.variants.map((name) => (
                <code key={name}>{name}</code>
              ))}
            </p>
            <p data-story={played.preset.id}>{played.story}</p>
          </>
        )}
      </div>
      {playing === null && played !== null && (
        <p className={styles.again}>
          <Button look="quiet" busy={busy} onClick={() => start(played.preset, false)}>
            Play it again as it stands
          </Button>
          <span className={styles.hint}>Change a variant or a setting first, and compare.</span>
        </p>
      )}
      <ul className={styles.list}>
        {presets.map((preset) => (
          <PresetItem
            key={preset.id}
            preset={preset}
            busy={busy || playing !== null}
            taken={playing === preset}
            onPlay={() => start(preset, true)}
          />
        ))}
      </ul>
    </div>
  );
}

type ItemProps = { preset: Preset; busy: boolean; taken: boolean; onPlay(): void };

function PresetItem({ preset, busy, taken, onPlay }: ItemProps) {
  const aboutId = useId();
  return (
    <li className={styles.item}>
      <Button busy={busy} aria-busy={taken || undefined} aria-describedby={aboutId} onClick={onPlay}>
        {preset.title}
      </Button>
      <p id={aboutId}>
        {preset.does}{" "}
        <span className={styles.stage}>
          On{" "}
          {Object.values(preset.variants).map((name) => (
            <code key={name}>{name}</code>
          ))}
          .
        </span>
      </p>
    </li>
  );
}
