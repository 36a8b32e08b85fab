import type { LabEvent } from "@/lib/lab/schemas";
import { recordedRun } from "@/lib/lesson/recorded";
import { RunTimeline } from "@/lib/ui/results/run-timeline";
import { explain } from "./explain";
import styles from "./figure.module.css";
import meta from "./meta";

/**
 * The heart of a recorded run as a figure: from the clock's first jump to the end of the token family. The whole run
 * is a page of its own.
 *
 * @param run its name, as `runName` makes it
 * @throws Error for a run that was not recorded
 */
export function Figure({ run }: { run: string }) {
  const { check, variant, condition = "", events } = recordedRun(meta.slug, run);
  const title = meta.checks.find(({ id }) => id === check)?.title ?? check;
  const grace = meta.conditions.find(({ name }) => name === condition)?.title ?? condition;
  return (
    <figure className={styles.figure} data-run={run}>
      <RunTimeline events={heartOf(events)} label={`${title}: ${variant}, ${grace}`} />
      <figcaption>
        Recorded: <code>{variant}</code>, {grace}. {explain(events)}{" "}
        <a href={`/lessons/${meta.slug}/runs/${run}`}>The whole run</a>
      </figcaption>
    </figure>
  );
}

function heartOf(events: readonly LabEvent[]): LabEvent[] {
  const from = events.findIndex(({ name }) => name === "clock.advanced");
  const to = events.findIndex(({ name }) => name === "family.revoked");
  // The end comes in the middle of a call: its answer belongs to it.
  return events.slice(Math.max(from, 0), to === -1 ? undefined : to + 2);
}
