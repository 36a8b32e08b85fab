"use client";

import { useEffect, useRef } from "react";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { defaultSettings } from "@/lib/lab/schemas";
import { Button } from "@/lib/ui/lab/button";
import { LifeDrawing } from "./life-drawing";
import styles from "./miniature.module.css";
import { labReady, restoreLife, shortenLife, shortLifeSeconds, signInShortLived } from "./miniature-lab";
import { type Scene, sceneOf } from "./scene";
import { Sentence } from "./sentence";
import { useLiveNow } from "./use-live-now";
import { useSilentRefresh } from "./use-silent-refresh";
import { Wire } from "./wire-list";

const nothing = { phase: "signed-out", access: 0, refresh: 0, lifeSeconds: 0, leftSeconds: 0 } as const;
const empty: Scene = { ...nothing, drawn: { bars: [], seams: [], axis: [] } };

/** The miniature at work, on the visitor's own lab: a token is issued, dies, and is refreshed. */
export default function LiveMiniature() {
  const lab = useControls();
  const state = useLab((snapshot) => snapshot.state);
  const pending = useLab((snapshot) => snapshot.pending !== null);
  const now = useLiveNow(state !== null);
  const scene = state === null ? empty : sceneOf(state, now);
  const refreshing = useSilentRefresh(scene);
  const main = useRef<HTMLDivElement>(null);

  useEffect(() => {
    lab.start();
    // The button that was pressed is gone with the poster: its press and its focus go on to what it brought.
    main.current?.focus();
    void labReady(lab).then(() => {
      const { state: known } = lab.get();
      if (known && sceneOf(known, known.clock.now).phase === "signed-out") return signInShortLived(lab);
    });
  }, [lab]);

  useOwnLife(state?.settings.accessTtl, refreshing.resting);

  const expire = () => lab.advance(scene.leftSeconds + 1);
  const again = async () => {
    if (refreshing.resting) await shortenLife(lab);
    refreshing.again();
  };
  return (
    <div ref={main} tabIndex={-1} className={styles.live}>
      <LifeDrawing {...scene.drawn} />
      <Sentence scene={scene} refreshing={refreshing} />
      <div className={styles.buttons}>
        {scene.phase === "signed-out" ? (
          <Button look="primary" busy={pending || state === null} onClick={() => signInShortLived(lab)}>
            Sign in as Ada
          </Button>
        ) : refreshing.resting || refreshing.stuck ? (
          <Button look="primary" busy={pending} onClick={again}>
            {refreshing.stuck ? "Ask again" : "Once more"}
          </Button>
        ) : (
          <Button look="primary" busy={pending || scene.phase === "dead"} onClick={expire}>
            {scene.phase === "dead" ? "The app is about to refresh…" : "Expire it now"}
          </Button>
        )}
      </div>
      <Wire />
    </div>
  );
}

/** The lab gets its own lifetime back: short-lived tokens are for as long as somebody watches. */
function useOwnLife(accessTtl: number | undefined, resting: boolean) {
  const own = useRef<number>(defaultSettings.accessTtl);
  useEffect(() => {
    if (accessTtl === undefined) return;
    if (accessTtl !== shortLifeSeconds) {
      own.current = accessTtl;
      return;
    }
    const restore = () => restoreLife(own.current);
    if (resting) {
      restore();
      return;
    }
    window.addEventListener("pagehide", restore);
    return () => window.removeEventListener("pagehide", restore);
  }, [accessTtl, resting]);
}
