"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { defaultSettings, type LabState } from "@/lib/lab/schemas";
import { Button } from "@/lib/ui/lab/button";
import { LifeDrawing } from "./life-drawing";
import styles from "./miniature.module.css";
import { labUntil, restoreLife, shortenLife, shortLifeSeconds, signInShortLived } from "./miniature-lab";
import { type Scene, sceneOf, signedOut } from "./scene";
import { Sentence } from "./sentence";
import { useLiveNow } from "./use-live-now";
import { useSilentRefresh } from "./use-silent-refresh";
import { Wire } from "./wire-list";

/** How long to wait after a sign-in until the lab's state shows the new session. */
const stateMs = 3000;

/** The interactive version of the drawing, on the visitor's own lab: a token is issued, expires and is refreshed. */
export default function LiveMiniature() {
  const lab = useControls();
  const state = useLab((snapshot) => snapshot.state);
  const pending = useLab((snapshot) => snapshot.pending !== null);
  const now = useLiveNow(state !== null);
  const scene = state === null ? signedOut : sceneOf(state, now);
  const refreshing = useSilentRefresh(scene);
  const [signingIn, setSigningIn] = useState(true);
  const main = useRef<HTMLDivElement>(null);

  const signIn = useCallback(async () => {
    setSigningIn(true);
    // The answer arrives before the lab's new state. Without this wait the page would say that nobody is signed in.
    const isSeen = (known: LabState) => !isOver(sceneOf(known, known.clock.now));
    if (await signInShortLived(lab)) await labUntil(lab, isSeen, stateMs);
    setSigningIn(false);
  }, [lab]);

  useEffect(() => {
    lab.start();
    // The pressed button is gone with the poster, so the focus moves to this element.
    main.current?.focus();
    void labUntil(lab, () => true).then(() => {
      const { state: known } = lab.get();
      if (known && isOver(sceneOf(known, known.clock.now))) return signIn();
      setSigningIn(false);
    });
  }, [lab, signIn]);

  useOwnLife(state?.settings.accessTtl, refreshing.resting);

  const expire = () => lab.advance(scene.leftSeconds + 1);
  const again = async () => {
    if (refreshing.resting) await shortenLife(lab);
    refreshing.again();
  };
  return (
    <div ref={main} tabIndex={-1} className={styles.live}>
      <LifeDrawing {...scene.drawn} />
      <Sentence
        scene={scene}
        refreshing={refreshing}
        step={state === null ? "making" : signingIn ? "signing-in" : null}
      />
      <div className={styles.buttons}>
        {isOver(scene) ? (
          <Button look="primary" busy={pending || signingIn} onClick={signIn}>
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

/** Whether only a new sign-in brings an access token. */
function isOver({ phase }: Pick<Scene, "phase">): boolean {
  return phase === "signed-out" || phase === "over";
}

/** Restores the lab's own access token lifetime when the visitor leaves or the demonstration rests. */
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
