import { useId } from "react";
import type { AttackReport } from "@/lib/lab/attack/report";
import { scrollable } from "@/lib/ui/code/frame";
import { CopyText } from "@/lib/ui/lab/copy-text";
import styles from "./attack-panel.module.css";

/** What was sent, what came back whole, and what the backend says is left. */
export function AttackReportView({ report }: { report: AttackReport }) {
  const { variant, arranged, curl, answer, changes, notes, users } = report;
  const done = changes.length > 0;
  const returned = returnedRow(answer.body);
  const heading = useId();
  return (
    <div className={styles.report}>
      <p className={done ? styles.done : styles.held} data-verdict={done ? "done" : "held"}>
        <strong>{done ? "It worked." : "Nothing changed."}</strong>{" "}
        {done ? changes.join(" ") : "Every note and every role at the backend is as before."}{" "}
        <span className={styles.variant}>
          <code>{variant}</code>
        </span>
      </p>
      {arranged.length > 0 && <p className={styles.arranged}>Before: {arranged.join(" ")}</p>}
      <div className={styles.wire}>
        <figure className={styles.block}>
          <figcaption>
            Sent <CopyText text={curl} label="Copy as curl" />
          </figcaption>
          <pre {...scrollable("The request as curl")}>{curl}</pre>
        </figure>
        <figure className={styles.block}>
          <figcaption>
            Came back: <strong>{answer.status}</strong>
            {returned !== null && (
              <>
                , and the action returned <code>{returned}</code>
              </>
            )}
          </figcaption>
          <pre {...scrollable("The whole answer")}>
            {answer.headers.map(([name, value]) => `${name}: ${value}`).join("\n")}
            {"\n\n"}
            {answer.body}
            {answer.cutBytes > 0 && `\n… and ${answer.cutBytes} bytes more`}
          </pre>
        </figure>
      </div>
      <div className={styles.left}>
        <p id={heading}>At the backend now</p>
        <ul aria-labelledby={heading}>
          {notes.map(({ id, title, owner, gone }) => (
            <li key={id} data-note={id}>
              {gone ? <del>{title}</del> : title}
              <span>
                {owner}
                {gone && ", gone"}
              </span>
            </li>
          ))}
        </ul>
        <p>{users.map(({ name, role }) => `${name}: ${role}`).join(" · ")}</p>
      </div>
    </div>
  );
}

/** React's wire format has one row a line; `1:` is what the action returned, `1:E` that it threw. */
function returnedRow(body: string): string | null {
  const row = /^1:(.*)$/m.exec(body)?.[1] ?? null;
  return row !== null && row.length > 200 ? `${row.slice(0, 200)}…` : row;
}
