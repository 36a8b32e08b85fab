"use client";

import { useEffect, useId, useRef, useState } from "react";
import { inLab } from "@/lib/lab/client/in-lab";
import { asProblem } from "@/lib/lab/client/problem";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { Button } from "@/lib/ui/lab/button";
import { playPreset, setStage, type Told } from "./play-preset";
import styles from "./preset-list.module.css";
import { type Preset, presets } from "./presets";

type Props = { onStart(): void; onEnd(): void };

/** Stories that set their stage and play for real, each told afterwards from what the lab recorded. */
export function PresetList({ onStart, onEnd }: Props) {
  const { renew, retry } = useControls();
  const busy = useLab((lab) => lab.pending !== null);
  const [playing, setPlaying] = useState<Preset | null>(null);
  const [told, setTold] = useState<(Told & { preset: Preset }) | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ending = useRef<HTMLDivElement>(null);
  const ended = playing === null && (told !== null || problem !== null);

  // It stands above the list, which was scrolled to the preset. The panel alone is moved, and never the page.
  useEffect(() => {
    const panel = ending.current?.closest('[role="tabpanel"]');
    if (ended) panel?.scrollTo({ top: 0, behavior: "instant" });
  }, [ended]);

  const start = async (preset: Preset, onItsStage: boolean) => {
    setPlaying(preset);
    setProblem(null);
    onStart();
    try {
      const play = async () => {
        if (onItsStage) await setStage(preset);
        return playPreset(preset);
      };
      setTold({ ...(await inLab(renew, play)), preset });
    } catch (thrown) {
      setTold(null);
      setProblem(asProblem(thrown).message);
      retry();
    } finally {
      setPlaying(null);
      onEnd();
    }
  };

  return (
    <div className={styles.presets}>
      <div ref={ending} className={styles.told} role="status">
        {playing !== null && <p>Playing: {playing.title}…</p>}
        {playing === null && problem !== null && <p className={styles.problem}>{problem}</p>}
        {playing === null && told !== null && (
          <>
            <p className={styles.title}>
              {told.preset.title}, on{" "}
              {told.variants.map((name) => (
                <code key={name}>{name}</code>
              ))}
            </p>
            <p data-story={told.preset.id}>{told.story}</p>
          </>
        )}
      </div>
      {playing === null && told !== null && (
        <p className={styles.again}>
          <Button look="quiet" busy={busy} onClick={() => start(told.preset, false)}>
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
