import { reportFields } from "@/lib/check/report-fields";
import styles from "./fields.module.css";

/** Every field of the report, generated from the schema with which the command writes it. */
export function ReportTable() {
  return reportFields().map(({ path, description, fields }) => (
    <details key={path} className={styles.group}>
      <summary>
        {path === "" ? "The report" : <code>{path}</code>}
        <span className={styles.aside}>{description}</span>
      </summary>
      <dl>
        {fields.map(({ name, type, description }) => (
          <div key={name}>
            <dt>
              <code>{name}</code> <span className={styles.aside}>{type}</span>
            </dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </details>
  ));
}
