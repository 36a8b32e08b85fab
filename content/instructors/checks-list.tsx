import { catalog } from "@/content/catalog";
import { Inline } from "@/lib/ui/lesson/inline";
import styles from "./fields.module.css";

/** Every check of every lesson, from the lessons' metadata: what must hold, and what a user sees when it does not. */
export function ChecksList() {
  return catalog.map(({ meta: { slug, title, checks, conditions } }) => (
    <details key={slug} className={styles.group}>
      <summary>
        {title}
        <span className={styles.aside}>{checks.length} checks</span>
      </summary>
      {conditions.length > 0 && (
        <p className={styles.aside}>
          Each runs under {conditions.map(({ title }) => title).join(" and under ")} at the backend.
        </p>
      )}
      <dl>
        {checks.map(({ id, title, section, whenRed }) => (
          <div key={id}>
            <dt>
              <code className={styles.id}>{id}</code>
              <a href={`/lessons/${slug}#${section}`}>
                <Inline text={title} />
              </a>
            </dt>
            {whenRed && (
              <dd>
                Red: <Inline text={whenRed} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </details>
  ));
}
