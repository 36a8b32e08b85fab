import type { ReactNode } from "react";
import type { EventDetail as Detail, LabEvent } from "@/lib/lab/schemas";
import { longName } from "@/lib/lab/token-names";
import styles from "./event-detail.module.css";
import { actorNames } from "./event-words";

/** The content of a recorded message. Tokens are shown in full: they are the learner's own, in their own lab. */
export function EventDetail({ event, action }: { event: LabEvent; action: ReactNode }) {
  const { request, response, ...rest } = event.detail ?? {};
  return (
    <div className={styles.detail}>
      <p>
        {event.type === "note"
          ? `At the ${actorNames[event.from]}: ${event.name}.`
          : `${actorNames[event.from]} to ${actorNames[event.to]}.`}{" "}
        {event.type !== "note" && event.text}
        {event.code !== undefined && (
          <>
            {" "}
            Code <code>{event.code}</code>.
          </>
        )}
        {event.tokens.map((token) => (
          <span key={`${token.role}${token.kind}${token.generation}`}>
            {" "}
            {token.role === "issued" ? "Issued" : "Carried"} {longName(token)}, sign-in {token.family}.
          </span>
        ))}
      </p>
      {request !== undefined && (
        <Message title={`${request.method ?? ""} ${request.path ?? ""}`} part={request} />
      )}
      {response !== undefined && <Message title={String(response.status ?? "")} part={response} />}
      {Object.keys(rest).length > 0 && <Json value={rest} />}
      {action}
    </div>
  );
}

type Part = NonNullable<Detail["request"]> | NonNullable<Detail["response"]>;

function Message({ title, part }: { title: string; part: Part }) {
  const { headers, body } = part;
  const fields = "fields" in part && Array.isArray(part.fields) ? part.fields : null;
  return (
    <div className={styles.message}>
      <code className={styles.start}>{title}</code>
      {headers !== undefined && (
        <dl className={styles.headers}>
          {Object.entries(headers).map(([name, value]) => (
            <div key={name}>
              <dt>{name}:</dt> <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {fields !== null && <p>Fields received: {fields.join(", ")}</p>}
      {body !== undefined && body !== null && <Json value={body} />}
    </div>
  );
}

function Json({ value }: { value: unknown }) {
  return (
    <pre className={styles.json}>{typeof value === "string" ? value : JSON.stringify(value, null, 2)}</pre>
  );
}
