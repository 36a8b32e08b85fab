"use client";

import { useId, useMemo, useState } from "react";
import { remaining, type TokenLifetime, tokenLifetimes } from "@/lib/lab/client/token-lifetimes";
import { useLab } from "@/lib/lab/client/use-lab";
import { useLabNow } from "@/lib/lab/client/use-lab-now";
import type { TokenKind } from "@/lib/lab/schemas";
import { classes } from "@/lib/ui/classes";
import styles from "./token-bars.module.css";
import { TokenCard } from "./token-card";
import { TokenMark } from "./token-mark";

/** One bar for each token, which empties on the clock by which the token expires. Each bar opens the token's card. */
export function TokenBars() {
  const state = useLab((lab) => lab.state);
  const tokens = useLab((lab) => lab.tokens);
  const [open, setOpen] = useState<TokenKind | null>(null);
  const all = useMemo(() => (state === null ? [] : tokenLifetimes(state, tokens)), [state, tokens]);
  return (
    <ul className={styles.bars} aria-label="Your tokens">
      {all.map((life) => (
        <TokenBar
          key={life.kind}
          life={life}
          open={open === life.kind}
          onToggle={() => setOpen(open === life.kind ? null : life.kind)}
        />
      ))}
    </ul>
  );
}

function TokenBar({ life, open, onToggle }: { life: TokenLifetime; open: boolean; onToggle: () => void }) {
  const labNow = useLabNow();
  const offsetSeconds = useLab((lab) => lab.offsetSeconds);
  const cardId = useId();
  const now = life.clock === "real" ? labNow - offsetSeconds * 1000 : labNow;
  const { status, share, words } = remaining(life, now);
  return (
    <li className={classes(styles.item, styles[life.kind])}>
      <button
        type="button"
        className={styles.row}
        aria-expanded={open}
        aria-controls={cardId}
        onClick={onToggle}
        disabled={status === "none"}
      >
        <TokenMark kind={life.kind} generation={life.generation} over={status !== "live"} />
        <span className={styles.track} aria-hidden="true">
          <span className={styles.fill} style={{ scale: `${share} 1` }} />
        </span>
        <span className={styles.words}>{words}</span>
      </button>
      <div id={cardId}>{open && <TokenCard kind={life.kind} now={now} />}</div>
    </li>
  );
}
