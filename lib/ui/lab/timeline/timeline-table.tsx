import { memo } from "react";
import type { LabEvent } from "@/lib/lab/schemas";
import { longName } from "@/lib/lab/token-names";
import { TokenMark } from "../token-mark";
import { sameRow } from "./chunks";
import { actorNames } from "./event-words";
import type { Row } from "./rows";
import styles from "./timeline-table.module.css";

/** The timeline's rows as a table, for screen readers and for copying. */
export function TimelineTable({ rows, labelledBy }: { rows: readonly Row[]; labelledBy: string }) {
  return (
    <table className={styles.table} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">Lab time</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">Tokens</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.event.seq} row={row} />
        ))}
      </tbody>
    </table>
  );
}

/** Memoized, so that a new event does not render five hundred rows again. */
const TableRow = memo(
  function TableRow({ row: { event, time, label, wrong, expired } }: { row: Row }) {
    return (
      <tr data-event={event.seq} className={wrong ? styles.wrong : undefined}>
        <td className={styles.time}>{time}</td>
        <td>{who(event)}</td>
        <td>
          {label}
          {wrong && event.type === "note" && event.code !== undefined && (
            <>
              {" "}
              <code>{event.code}</code>
            </>
          )}
          {expired.map((generation) => (
            <span key={generation} className={styles.also}>
              {longName({ kind: "access", generation })} has expired
            </span>
          ))}
        </td>
        <td>
          {event.tokens.map((token) => (
            <TokenMark key={`${token.role}${token.kind}${token.generation}`} {...token} />
          ))}
        </td>
      </tr>
    );
  },
  ({ row: before }, { row: after }) => sameRow(before, after),
);

function who({ type, from, to }: LabEvent): string {
  return type === "note" ? actorNames[from] : `${actorNames[from]} to ${actorNames[to]}`;
}
