import { type Bar, LifeDrawing, place } from "./life-drawing";
import styles from "./life-drawing.module.css";

/** Minutes after sign-in. An access token lives for 15 minutes and is refreshed one minute early. */
const refreshed = [14, 28];
const stolenAt = 41;
const share = (minute: number) => minute / 60;

const pairs = [0, ...refreshed].map((from, at) => ({ n: at + 1, from, to: refreshed[at] ?? stolenAt }));
const lived = (kind: Bar["kind"], token: string, from: number, to: number): Bar => ({
  kind,
  token,
  label: token,
  from: share(from),
  to: share(to),
  look: "lived",
});
const bars: Bar[] = [
  lived("session", "S1", 0, 60),
  ...pairs.flatMap(({ n, from, to }) => [
    lived("access", `A${n}`, from, to),
    lived("refresh", `R${n}`, from, to),
  ]),
];

/** A drawing of one hour: two silent refreshes, then a replayed refresh token that ends the family. */
export function Lifetimes() {
  const end = place.x(share(stolenAt));
  return (
    <>
      <p className="visually-hidden">
        One hour after sign-in, drawn. The session cookie S1 lasts the whole hour. The access token A1 and the
        refresh token R1 are replaced by A2 and R2, then by A3 and R3. At minute 41 an attacker uses R1, which
        was spent, and the backend revokes A3 and R3.
      </p>
      <LifeDrawing
        bars={bars}
        seams={refreshed.map((minute, at) => ({
          at: share(minute),
          label: at === 0 ? "silent refresh" : "and again",
        }))}
        axis={[0, 15, 30, 45, 60].map((minute) => ({
          at: share(minute),
          label: minute === 60 ? "60 min" : String(minute),
        }))}
      >
        <g className={styles.theft}>
          <path d={`M${end} ${place.row(1) - 6}V${place.row(3) + 2}`} />
          <text x={end + 9} y={place.row(1) + 21}>
            revoked
          </text>
          <text x={end + 9} y={place.row(2) + 21}>
            revoked
          </text>
          <text x={end} y={place.row(3) + 18} className={styles.last}>
            X replays R1
          </text>
        </g>
      </LifeDrawing>
    </>
  );
}
