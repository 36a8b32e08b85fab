"use client";

import type { Actor } from "@/lib/lab/schemas";
import { actorNames } from "./event-words";
import styles from "./lanes.module.css";

type Props = {
  lanes: readonly Actor[];
  /** Whether the lanes are below, and not the table. */
  aboveLanes: boolean;
  chosen: readonly Actor[];
  onChoose(chosen: readonly Actor[]): void;
};

/** The lanes' names, which are also filters: a pressed name shows only the rows that begin or end in its lane. */
export function LaneHeads({ lanes, aboveLanes, chosen, onChoose }: Props) {
  const toggle = (actor: Actor) =>
    onChoose(chosen.includes(actor) ? chosen.filter((other) => other !== actor) : [...chosen, actor]);
  return (
    <fieldset
      className={aboveLanes ? styles.heads : `${styles.heads} ${styles.inline}`}
      aria-label="Show only what touches"
    >
      <span className={styles.clock} aria-hidden="true">
        {aboveLanes ? "lab time" : "Show only"}
      </span>
      {lanes.map((actor) => (
        <button
          key={actor}
          type="button"
          className={styles.head}
          aria-pressed={chosen.includes(actor)}
          title={`Show only what touches: ${actorNames[actor]}`}
          onClick={() => toggle(actor)}
        >
          {actorNames[actor]}
        </button>
      ))}
    </fieldset>
  );
}
