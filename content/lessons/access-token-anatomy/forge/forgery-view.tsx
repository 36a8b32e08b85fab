import shared from "@/content/study/attack/panel/attack-panel.module.css";
import { CopyText } from "@/content/study/attack/panel/copy-text";
import { readCompact } from "@/lib/inspect/compact";
import { scrollable } from "@/lib/ui/code/frame";
import { type Difference, differences } from "./difference";
import styles from "./forge.module.css";
import type { Forged, Presented } from "./present";

/** The forged token beside the genuine one, and the request that carries it. */
export function ForgeryView({ forged }: { forged: Forged }) {
  const [genuine, made] = [readCompact(forged.own), readCompact(forged.token)];
  const parts = [
    ["Header", differences(genuine.header?.value ?? {}, made.header?.value ?? {})],
    ["Claims", differences(genuine.claims?.value ?? {}, made.claims?.value ?? {})],
  ] as const;
  return (
    <div className={shared.report}>
      {parts.map(([title, rows]) => (
        <DifferenceTable key={title} title={title} rows={rows} />
      ))}
      <Signature genuine={genuine.segments[2]?.text ?? ""} forged={made.segments[2]?.text ?? ""} />
      <figure className={shared.block}>
        <figcaption>
          The request <CopyText text={forged.curl} label="Copy as curl" />
        </figcaption>
        <pre {...scrollable("The request as curl")}>{forged.curl}</pre>
      </figure>
      <p>
        <a href={`/inspector#token=${forged.token}`}>Open it in the inspector</a>
      </p>
    </div>
  );
}

const signs = { same: "", changed: "changed", added: "added", removed: "left out" } as const;

function DifferenceTable({ title, rows }: { title: string; rows: readonly Difference[] }) {
  return (
    <div className={styles.scroll} {...scrollable(title)}>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, genuine, forged, change }) => (
            <tr key={name} data-change={change}>
              <th scope="row">
                <code>{name}</code> <span className={styles.sign}>{signs[change]}</span>
              </th>
              <td>
                {change !== "same" && genuine !== null && <del>{genuine}</del>}{" "}
                {change === "same" ? genuine : forged !== null && <ins>{forged}</ins>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Signature({ genuine, forged }: { genuine: string; forged: string }) {
  return (
    <p className={styles.signature}>
      <strong>Signature</strong>{" "}
      {forged === "" ? "none" : forged === genuine ? "the same" : <code>{forged}</code>}
    </p>
  );
}

/** What the API answered, and what the lab knows about it. */
export function PresentedView({ presented, genuine }: { presented: Presented; genuine: boolean }) {
  const { status, body, line, letIn } = presented;
  const heading = letIn ? "It got in." : status === 200 ? "Let in." : "Refused.";
  return (
    <div
      className={shared.report}
      data-presented={letIn ? "let-in" : status === 200 ? "accepted" : "refused"}
    >
      <p className={letIn ? shared.done : shared.held}>
        <strong>{heading}</strong> {line}
        {genuine && status === 200 && " It is what it says."}
      </p>
      <figure className={shared.block}>
        <figcaption>
          Came back: <strong>{status}</strong>
        </figcaption>
        <pre {...scrollable("The whole answer")}>{pretty(body)}</pre>
      </figure>
    </div>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
