import { rules } from "@/lib/inspect/rules";
import styles from "./reference.module.css";
import { SourceLink } from "./source-link";
import { refusals } from "./verdict-words";

const weights = { refuse: "refuse it", odd: "odd", note: "note" } as const;

/** Every rule of the inspector, read from the table that the inspector itself uses. */
export function RuleList() {
  return (
    <ul className={styles.rules}>
      {Object.entries(rules).map(([code, { title, weight, source }]) => (
        <li key={code} data-rule={code}>
          <code>{code}</code> <span>{title}</span>{" "}
          <small>
            · {weights[weight]} · <SourceLink source={source} />
          </small>
        </li>
      ))}
    </ul>
  );
}

/** Every reason for which the verifier refuses a token, in the order of its checks. */
export function RefusalList() {
  return (
    <ol className={styles.rules}>
      {Object.entries(refusals).map(([code, { text, source }]) => (
        <li key={code} data-refusal={code}>
          <code>{code}</code> <span>{text}</span>{" "}
          <small>
            <SourceLink source={source} />
          </small>
        </li>
      ))}
    </ol>
  );
}
