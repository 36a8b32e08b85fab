"use client";

import { useId, useLayoutEffect, useRef, useState } from "react";
import { useLab } from "@/lib/lab/client/use-lab";
import type { Actor } from "@/lib/lab/schemas";
import styles from "./event-list.module.css";
import { EventRow } from "./event-row";
import { actorNames, eventTime } from "./event-words";

const usualLanes: readonly Actor[] = ["browser", "next", "backend"];
/** As near to the end as to count as there, in px. */
const nearEnd = 32;

/** What happened in the lab, in order, newest below. Lanes are fixed; following the newest is a switch. */
export function EventList() {
  const log = useLab((lab) => lab.log);
  const [follow, setFollow] = useState(true);
  const scroller = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const attacked = log.events.some(({ from, to }) => from === "attacker" || to === "attacker");
  const lanes = attacked ? [...usualLanes, "attacker" as const] : usualLanes;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (follow && element !== null && log.events.length > 0) element.scrollTop = element.scrollHeight;
  }, [follow, log]);

  const onScroll = () => {
    const element = scroller.current;
    if (element === null) return;
    setFollow(element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd);
  };

  return (
    <section className={styles.timeline} aria-labelledby={titleId} data-lanes={lanes.length}>
      <header className={styles.header}>
        <h2 className={styles.title} id={titleId}>
          What happened
        </h2>
        <label className={styles.follow}>
          <input type="checkbox" checked={follow} onChange={(event) => setFollow(event.target.checked)} />
          Follow
        </label>
      </header>
      <div className={styles.scroller} ref={scroller} onScroll={onScroll}>
        <div className={styles.lanes} aria-hidden="true">
          <span className={styles.clockHead}>lab time</span>
          {lanes.map((actor) => (
            <span key={actor} className={styles.lane}>
              {actorNames[actor]}
            </span>
          ))}
        </div>
        {log.truncated && <p className={styles.empty}>Older events are gone: a lab keeps the last 500.</p>}
        {log.events.length === 0 ? (
          <p className={styles.empty}>
            Nothing yet. Sign in, and every request shows here, those between the servers too.
          </p>
        ) : (
          <div className={styles.sheet}>
            <div className={styles.guides} aria-hidden="true">
              {lanes.map((actor) => (
                <span key={actor} />
              ))}
            </div>
            <ol className={styles.events}>
              {log.events.map((event, index) => {
                const previous = log.events[index - 1];
                const fresh = previous === undefined || eventTime(previous) !== eventTime(event);
                return (
                  <EventRow
                    key={event.seq}
                    event={event}
                    lanes={lanes}
                    showTime={fresh}
                    onOpen={() => setFollow(false)}
                  />
                );
              })}
            </ol>
          </div>
        )}
      </div>
    </section>
  );
}
