import type { Finding, Weight } from "@/lib/inspect/rules";
import { classes } from "@/lib/ui/classes";
import styles from "./inspector.module.css";
import { SourceLink } from "./source-link";

const words: Record<Weight, string> = { refuse: "Refuse it", odd: "Odd", note: "Note" };
const heaviest: readonly Weight[] = ["refuse", "odd", "note"];

/** The findings about a token, the gravest first. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const sorted = heaviest.flatMap((weight) => findings.filter((each) => each.weight === weight));
  return (
    <div>
      <h2 className={styles.smallTitle}>
        {sorted.length === 0 ? "Nothing to find fault with" : "What there is to say"}
      </h2>
      {sorted.length === 0 && <p className={styles.hint}>What it claims, only a key can vouch for.</p>}
      <ul className={styles.findings}>
        {sorted.map(({ code, weight, title, text, source }) => (
          <li key={code + text} data-finding={code} data-weight={weight}>
            <p className={styles.findingHead}>
              <span className={classes(styles.weight, styles[weight])}>{words[weight]}</span>
              <strong>{title}</strong>
            </p>
            <p>
              {text} <SourceLink source={source} /> <code className={styles.code}>{code}</code>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
