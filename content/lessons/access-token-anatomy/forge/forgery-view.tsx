"use client";

import { readCompact } from "@/lib/inspect/compact";
import { inspectorLink } from "@/lib/inspect/inspector-link";
import { useLab } from "@/lib/lab/client/use-lab";
import shared from "@/lib/ui/attacker/attack-panel.module.css";
import { scrollable } from "@/lib/ui/code/frame";
import { Button } from "@/lib/ui/lab/button";
import { CopyText } from "@/lib/ui/lab/copy-text";
import { type Difference, differences } from "./difference";
import styles from "./forge.module.css";
import { curlOf, type Forged, type Presented, slug } from "./present";

/** The verifier of this moment: the lab may have chosen another since the forgery was made. */
function useVariant(forged: Forged): string {
  return useLab((lab) => lab.variants[slug]) ?? forged.variant;
}

export function SendButton({
  forged,
  busy,
  onSend,
}: {
  forged: Forged;
  busy: boolean;
  onSend(to: string): void;
}) {
  const variant = useVariant(forged);
  return (
    <Button look="primary" busy={busy} aria-busy={busy || undefined} onClick={() => onSend(variant)}>
      Send it to <code>{variant}</code>
    </Button>
  );
}

/** The forged token beside the genuine one, and the request that carries it. */
export function ForgeryView({ forged }: { forged: Forged }) {
  const curl = curlOf(forged, useVariant(forged));
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
          The request <CopyText text={curl} label="Copy as curl" />
        </figcaption>
        <pre {...scrollable("The request as curl")}>{curl}</pre>
      </figure>
      <p>
        <a href={inspectorLink(forged.token, "lab")}>Open it in the inspector</a>
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
export function PresentedView({
  presented,
  to,
  genuine,
}: {
  presented: Presented;
  to: string;
  genuine: boolean;
}) {
  const { status, body, line, letIn } = presented;
  const heading = letIn ? "It got in." : status === 200 ? "Let in." : "Refused.";
  return (
    <div
      className={shared.report}
      data-presented={letIn ? "let-in" : status === 200 ? "accepted" : "refused"}
    >
      <p className={letIn ? shared.done : shared.held}>
        <strong>{heading}</strong> {line}
        {genuine && status === 200 && " It is what it says."} <code className={shared.variant}>{to}</code>
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
