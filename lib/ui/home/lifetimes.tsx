import styles from "./lifetimes.module.css";

type Bar = { kind: "session" | "access" | "refresh"; label: string; from: number; to: number; row: number };

/** Minutes after sign-in; 15 for an access token, refreshed one minute early. */
const refreshes = [
  { minute: 14, label: "silent refresh" },
  { minute: 28, label: "and again" },
];
const revokedAt = 41;
const bars: Bar[] = [
  { kind: "session", label: "S1", from: 0, to: 60, row: 0 },
  { kind: "access", label: "A1", from: 0, to: 14, row: 1 },
  { kind: "access", label: "A2", from: 14, to: 28, row: 1 },
  { kind: "access", label: "A3", from: 28, to: revokedAt, row: 1 },
  { kind: "refresh", label: "R1", from: 0, to: 14, row: 2 },
  { kind: "refresh", label: "R2", from: 14, to: 28, row: 2 },
  { kind: "refresh", label: "R3", from: 28, to: revokedAt, row: 2 },
];
const x = (minute: number) => 8 + minute * 7.6;
const y = (row: number) => 46 + row * 50;

/** One hour of three tokens, drawn: two silent refreshes, then a stolen refresh token that ends the family. */
export function Lifetimes() {
  return (
    <figure className={styles.figure}>
      <svg viewBox="0 0 480 272" role="img" aria-labelledby="lifetimes-title">
        <title id="lifetimes-title">
          One hour after sign-in. The session cookie S1 lasts the whole hour. The access token A1 and the
          refresh token R1 are replaced by A2 and R2, then by A3 and R3. At minute 41 an attacker uses R1,
          which was spent, and the backend revokes A3 and R3.
        </title>
        {refreshes.map(({ minute, label }) => (
          <g key={minute} className={styles.seam}>
            <path d={`M${x(minute)} 30V206`} />
            <text x={x(minute)} y="20">
              {label}
            </text>
          </g>
        ))}
        {bars.map(({ kind, label, from, to, row }) => (
          <g key={label} className={styles[kind]}>
            <rect x={x(from) + 1} y={y(row)} width={x(to) - x(from) - 2} height="32" rx="5" />
            <text x={x(from) + 12} y={y(row) + 22}>
              {label}
            </text>
          </g>
        ))}
        <g className={styles.attacker}>
          <path d={`M${x(revokedAt)} ${y(1) - 6}V${y(3) + 8}`} />
          <text x={x(revokedAt) + 9} y={y(1) + 22}>
            revoked
          </text>
          <text x={x(revokedAt) + 9} y={y(2) + 22}>
            revoked
          </text>
          <text x={x(revokedAt)} y={y(3) + 24} className={styles.end}>
            X replays R1
          </text>
        </g>
        <g className={styles.axis}>
          {[0, 15, 30, 45, 60].map((minute) => (
            <text key={minute} x={x(minute)} y="262" className={minute === 0 ? styles.start : undefined}>
              {minute === 60 ? "60 min" : minute}
            </text>
          ))}
        </g>
      </svg>
    </figure>
  );
}
