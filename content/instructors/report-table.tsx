import { reportFields } from "@/lib/check/report-fields";
import { scrollable } from "@/lib/ui/code/frame";
import prose from "@/lib/ui/lesson/prose.module.css";

/** Every field of the report, made from the schema that the command writes with. */
export function ReportTable() {
  return (
    <div className={prose.scroll} {...scrollable("The report’s fields")}>
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {reportFields().map(({ path, type, description }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code>
              </th>
              <td>{type}</td>
              <td>{description}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
