import type { Check, LessonMeta } from "@/lib/lesson/meta";
import { Inline } from "./inline";
import styles from "./tables.module.css";

function find(meta: LessonMeta, id: string) {
  const at = meta.claims.findIndex((claim) => claim.id === id);
  const claim = meta.claims[at];
  const check = meta.checks.find((each) => each.id === claim?.check);
  if (!claim || !check) throw new Error(`lesson ${meta.slug} declares no claim "${id}"`);
  return { number: at + 1, claim, check };
}

/**
 * Marks a sentence as a claim and links to the check that proves it.
 *
 * @throws Error for a claim that the lesson's metadata does not declare
 */
export function Claim({ meta, id }: { meta: LessonMeta; id: string }) {
  const { number, check } = find(meta, id);
  return (
    <sup className={styles.claim}>
      <a id={`claim-${id}-here`} href={`#claim-${id}`} title={`Checked: ${check.title}`}>
        <span className="visually-hidden">claim </span>
        {number}
      </a>
    </sup>
  );
}

/** Every claim of the lesson, the check that proves it, and the variants on which that check must be red. */
export function Claims({ meta }: { meta: LessonMeta }) {
  const judged = meta.variants.length > 0;
  return (
    <table className={styles.claims}>
      <caption className="visually-hidden">What this lesson claims, and the check that proves it</caption>
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Proved by the check</th>
          {judged && <th scope="col">Red on</th>}
        </tr>
      </thead>
      <tbody>
        {meta.claims.map(({ id, text }) => {
          const { number, check } = find(meta, id);
          return (
            <tr key={id} id={`claim-${id}`}>
              <td>
                <a href={`#claim-${id}-here`} className={styles.number}>
                  <span className="visually-hidden">Back to claim </span>
                  {number}
                </a>
                <Inline text={text} />
              </td>
              <td data-check={check.id}>
                <Inline text={check.title} />
              </td>
              {judged && (
                <td className={styles.red}>
                  <Red meta={meta} check={check} />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The variants on which a check must be red, and those on which it must be under one condition only. */
function Red({ meta, check: { fails, failsUnder = {} } }: { meta: LessonMeta; check: Check }) {
  const under = meta.conditions.flatMap(({ name, title }) => {
    const names = failsUnder[name] ?? [];
    return names.length > 0 ? [{ name, title, names }] : [];
  });
  if (fails.length === 0 && under.length === 0) return "nothing";
  return (
    <>
      {fails.map((name) => (
        <code key={name}>{name}</code>
      ))}
      {under.map((condition) => (
        <span key={condition.name}>
          with {condition.title}:
          {condition.names.map((name) => (
            <code key={name}>{name}</code>
          ))}
        </span>
      ))}
    </>
  );
}
