import type { Verification } from "@/lib/inspect/verification";
import { Mark } from "@/lib/ui/lesson/mark";
import styles from "./inspector.module.css";
import { SourceLink } from "./source-link";
import { refusals } from "./verdict-words";

/** The verifier's answer: valid, or refused with the reason. */
export function Verdict({ verification }: { verification: Verification | null }) {
  return (
    <div role="status" className={styles.verdict} data-verdict={verification && word(verification)}>
      {verification !== null && <VerdictLine verification={verification} />}
    </div>
  );
}

function word(verification: Verification): string {
  return verification.valid ? "valid" : verification.reason;
}

function VerdictLine({ verification }: { verification: Verification }) {
  if (verification.valid) {
    const { alg, kid } = verification.key;
    return (
      <p className={styles.valid}>
        <Mark passes label="" /> <strong>Valid.</strong> This key signed exactly this, with {alg}
        {kid !== null && (
          <>
            {" "}
            (<code>{kid}</code>)
          </>
        )}
        , and its dates hold on the chosen clock. Whether its issuer still honours it, no signature can say.
      </p>
    );
  }
  const { text, source } = refusals[verification.reason];
  return (
    <p className={styles.refused}>
      <Mark passes={false} label="" /> <strong>Refused</strong>, <code>{verification.reason}</code>. {text}{" "}
      <SourceLink source={source} />
    </p>
  );
}
