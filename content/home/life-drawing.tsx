import type { ReactNode } from "react";
import { classes } from "@/lib/ui/classes";
import styles from "./life-drawing.module.css";

/** A stretch of a token's life, from and to as shares of the width. `left` is the time that the token still has. */
export type Bar = {
  kind: "session" | "access" | "refresh";
  /** The token's name, such as "A4". */
  token: string;
  /** The name as it is drawn; empty where the bar is too short. */
  label: string;
  from: number;
  to: number;
  look: "lived" | "left" | "dead";
};

export type Drawn = {
  bars: readonly Bar[];
  /** Refreshes: one pair of tokens replaced another. */
  seams: readonly { at: number; label: string }[];
  axis: readonly { at: number; label: string }[];
  /** The present moment; undefined where the drawing does not reach it. */
  now?: number | undefined;
};

const rows = { session: 0, access: 1, refresh: 2 } as const;
const width = 480;
const margin = 8;
const x = (share: number) => margin + Math.min(1, Math.max(0, share)) * (width - 2 * margin);
const y = (row: number) => 46 + row * 50;

/** Token lifetimes on one time axis, a line at each refresh. The text beside the drawing says the same. */
export function LifeDrawing({ bars, seams, axis, now, children }: Drawn & { children?: ReactNode }) {
  return (
    <svg viewBox={`0 0 ${width} 262`} className={styles.drawing} aria-hidden="true">
      <defs>
        <pattern id="dead" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="6" className={styles.hatch} />
        </pattern>
      </defs>
      {seams.map(({ at, label }) => (
        <g key={at} className={styles.seam}>
          <path d={`M${x(at)} 30V196`} />
          <text x={x(at)} y="20">
            {label}
          </text>
        </g>
      ))}
      {bars.map((bar) => (
        <BarShape key={`${bar.token} ${bar.look}`} {...bar} />
      ))}
      {now !== undefined && <path className={styles.now} d={`M${x(now)} 34V204`} />}
      {children}
      <g className={styles.axis}>
        {axis.map(({ at, label }) => (
          <text key={at} x={x(at)} y="250" className={ends(at)}>
            {label}
          </text>
        ))}
      </g>
    </svg>
  );
}

function BarShape({ kind, label, from, to, look }: Omit<Bar, "token">) {
  const long = x(to) - x(from) - 2;
  if (long <= 0) return null;
  const top = y(rows[kind]);
  return (
    <g className={classes(styles.bar, styles[kind], styles[look])}>
      <rect
        x={x(from) + 1}
        y={top}
        width={long}
        height="32"
        rx={Math.min(5, long / 2)}
        fill={look === "dead" ? "url(#dead)" : undefined}
      />
      {label !== "" && (
        <text x={x(from) + 12} y={top + 21}>
          {label}
        </text>
      )}
    </g>
  );
}

function ends(at: number) {
  if (at <= 0) return styles.first;
  return at >= 1 ? styles.last : undefined;
}

/** Coordinates in the drawing's own units, for what the caller draws into it. */
export const place = { x, row: y };
