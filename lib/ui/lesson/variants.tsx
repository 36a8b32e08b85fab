import type { LessonMeta, Variant } from "@/lib/lesson/meta";
import { Inline } from "./inline";
import { Mark } from "./mark";
import styles from "./tables.module.css";

const verdicts: Record<Variant["verdict"], string> = {
  wrong: "does not hold",
  right: "holds",
  yours: "yours to write",
};

/**
 * The lesson's variants, and a table of the checks that each must pass or fail. The tests compare the variants with
 * this table. A measured lesson shows its measurements instead (`Results`).
 *
 * @throws Error for a lesson without variants
 */
export function Variants({ meta }: { meta: LessonMeta }) {
  if (meta.variants.length === 0) throw new Error(`lesson ${meta.slug} has no variants to show`);
  return (
    <div className={styles.group}>
      <dl className={styles.variants}>
        {meta.variants.map(({ name, summary, verdict, file }) => (
          <div key={name} data-variant={name}>
            <dt>
              <code>{name}</code> <span className={styles[verdict]}>{verdicts[verdict]}</span>
            </dt>
            <dd>
              <Inline text={summary} /> <span className={styles.file}>{file}</span>
            </dd>
          </div>
        ))}
      </dl>
      {meta.results === undefined && <Matrix meta={meta} />}
    </div>
  );
}

function Matrix({ meta }: { meta: LessonMeta }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.matrix}>
        <caption>
          Each check against each variant, as the checks themselves enforce it; an exercise as it is given
        </caption>
        <thead>
          <tr>
            <th scope="col">Check</th>
            {meta.variants.map(({ name }) => (
              <th scope="col" key={name}>
                <code>{name}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {meta.checks.map((check) => (
            <tr key={check.id} data-check={check.id}>
              <th scope="row">
                <a href={`#${check.section}`}>
                  <Inline text={check.title} />
                </a>
              </th>
              {meta.variants.map(({ name }) => (
                <td key={name}>
                  <Mark passes={!check.fails.includes(name)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
