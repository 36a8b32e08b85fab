"use client";

import { useMemo } from "react";
import { remaining, tokenLifetimes } from "@/lib/lab/client/token-lifetimes";
import { useLab } from "@/lib/lab/client/use-lab";
import { useLabNow } from "@/lib/lab/client/use-lab-now";
import { classes } from "@/lib/ui/classes";
import styles from "./mini-bars.module.css";
import { TokenMark } from "./token-mark";

/** The three tokens' bars in one line, for the sheet's handle. */
export function MiniBars() {
  const state = useLab((lab) => lab.state);
  const tokens = useLab((lab) => lab.tokens);
  const now = useLabNow();
  const all = useMemo(() => (state === null ? [] : tokenLifetimes(state, tokens)), [state, tokens]);
  const offsetMs = useLab((lab) => lab.offsetSeconds) * 1000;
  return (
    <span className={styles.bars}>
      {all.map((life) => {
        const { share, words, status } = remaining(life, life.clock === "real" ? now - offsetMs : now);
        return (
          <span key={life.kind} className={classes(styles.bar, styles[life.kind])}>
            <TokenMark kind={life.kind} generation={life.generation} over={status !== "live"} />
            <span className={styles.track} aria-hidden="true">
              <span className={styles.fill} style={{ scale: `${share} 1` }} />
            </span>
            <span className="visually-hidden">{words}</span>
          </span>
        );
      })}
    </span>
  );
}
