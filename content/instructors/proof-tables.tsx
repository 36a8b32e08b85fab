import { catalog } from "@/content/catalog";
import type { Condition, LessonMeta } from "@/lib/lesson/meta";
import { isRed, type LessonProof, type ProofOutcome, proofSchema } from "@/lib/lesson/proof";
import { scrollable } from "@/lib/ui/code/frame";
import { Inline } from "@/lib/ui/lesson/inline";
import { Mark } from "@/lib/ui/lesson/mark";
import proof from "./proof.json";
import styles from "./proof-tables.module.css";

const measured = proofSchema.parse(proof).lessons;

/**
 * One table a lesson: every check, and its outcome on every variant and mutant as `npm run check:prove` measured it.
 */
export function ProofTables() {
  return measured.map((lesson) => {
    const meta = catalog.map((each) => each.meta).find(({ slug }) => slug === lesson.lesson);
    if (meta === undefined) throw new Error(`proof.json names no lesson: ${lesson.lesson}`);
    const mutants = lesson.columns.filter(({ kind }) => kind === "mutant");
    return (
      <details key={lesson.lesson} className={styles.lesson}>
        <summary>
          {meta.title}
          <span className={styles.count}>
            {lesson.checks.length} checks, {mutants.length} mutants
          </span>
        </summary>
        <div className={styles.scroll} {...scrollable(`Proof of the checks of ${meta.title}`)}>
          <ProofTable meta={meta} proof={lesson} />
        </div>
        <Mutants proof={lesson} />
      </details>
    );
  });
}

function ProofTable({ meta, proof: { columns, checks } }: { meta: LessonMeta; proof: LessonProof }) {
  const versions = columns.filter(({ kind }) => kind !== "mutant");
  const mutants = columns.filter(({ kind }) => kind === "mutant");
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Each check on each variant, and the mutants that it kills</caption>
      <thead>
        <tr>
          <th scope="col">Check</th>
          {versions.map(({ name, kind }) => (
            <th scope="col" key={name} className={styles.version}>
              <code>{kind === "starter" ? "starter" : name}</code>
            </th>
          ))}
          <th scope="col">Mutants killed</th>
        </tr>
      </thead>
      <tbody>
        {checks.map(({ check, outcomes }) => (
          <tr key={check} data-check={check}>
            <th scope="row">
              <code>{check}</code>
            </th>
            {versions.map(({ name }) => (
              <td key={name} data-version={name} className={styles.mark}>
                <ProofMark outcome={outcomes[name]} conditions={meta.conditions} />
              </td>
            ))}
            <td className={styles.killed}>
              {mutants
                .filter(({ name }) => isRed(outcomes[name]))
                .map(({ name }) => (
                  <code key={name}>{name}</code>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The fault of each mutant. */
function Mutants({ proof: { columns, unitTests } }: { proof: LessonProof }) {
  return (
    <dl className={styles.mutants}>
      {columns
        .filter(({ kind }) => kind === "mutant")
        .map(({ name, of, summary = "" }) => {
          const tests = unitTests.find(({ mutant }) => mutant === name)?.tests ?? [];
          return (
            <div key={name}>
              <dt>
                <code>{name}</code> <span>of {of === "backend" ? "the backend" : <code>{of}</code>}</span>
              </dt>
              <dd>
                <Inline text={summary} />
                {tests.length > 0 && (
                  <>
                    {" "}
                    Killed by the backend’s own tests: <code>{tests.join(", ")}</code>
                  </>
                )}
              </dd>
            </div>
          );
        })}
    </dl>
  );
}

type ProofMarkProps = { outcome: ProofOutcome | undefined; conditions: readonly Condition[] };

/** The outcome of a check: one mark, or one for each condition where the outcomes differ. */
export function ProofMark({ outcome, conditions }: ProofMarkProps) {
  if (outcome === undefined) return null;
  if (typeof outcome === "string") return <Mark passes={outcome === "green"} label={outcome} />;
  return Object.entries(outcome).map(([condition, found]) => {
    const title = conditions.find(({ name }) => name === condition)?.title ?? condition;
    return <Mark key={condition} passes={found === "green"} label={`${title}: ${found}`} />;
  });
}
