import type { Actor, LabEvent } from "@/lib/lab/schemas";
import { TokenMark } from "@/lib/ui/lab/token-mark";
import styles from "./run-timeline.module.css";

const names: Record<Actor, string> = {
  browser: "Browser",
  next: "Next server",
  backend: "Backend",
  attacker: "Attacker",
};

/** A recorded run as a table: it reads without scripts, and aloud. */
export function RunTimeline({ events, label }: { events: readonly LabEvent[]; label: string }) {
  return (
    <table className={styles.timeline}>
      <caption className="visually-hidden">{label}</caption>
      <thead>
        <tr>
          <th scope="col">Lab time</th>
          <th scope="col">What happened</th>
          <th scope="col">Tokens</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event, index) => {
          const isSameTime = events[index - 1]?.at === event.at;
          return (
            <tr key={event.seq} className={styles[event.type]} data-outcome={event.outcome}>
              <td className={isSameTime ? styles.same : undefined}>{sinceStart(event.at)}</td>
              <td>
                <What event={event} />
              </td>
              <td>
                <span className={styles.tokens}>
                  {event.tokens.map(({ kind, generation, role }) => (
                    <TokenMark key={`${role}${kind}${generation}`} kind={kind} generation={generation} />
                  ))}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function What({ event }: { event: LabEvent }) {
  if (event.type === "note") return event.text ?? event.name;
  const isAnswer = event.type === "response";
  return (
    <>
      <span className={styles.way}>
        {names[event.from]} <span aria-hidden="true">{isAnswer ? "⇢" : "→"}</span>
        <span className="visually-hidden">{isAnswer ? "answers" : "calls"}</span> {names[event.to]}
      </span>{" "}
      <code>{isAnswer && event.code !== undefined ? `${event.name} ${event.code}` : event.name}</code>
    </>
  );
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** "0:00", "16:00", "6 d 0:00": minutes and seconds on the lab's clock since the run began. */
function sinceStart(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  const minutes = Math.floor((ms % DAY_MS) / MINUTE_MS);
  const seconds = String(Math.floor((ms % MINUTE_MS) / 1000)).padStart(2, "0");
  return `${days > 0 ? `${days} d ` : ""}${minutes}:${seconds}`;
}
