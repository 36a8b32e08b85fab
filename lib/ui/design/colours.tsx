import { scrollable } from "@/lib/ui/code/frame";
import styles from "./design.module.css";
import { pairs, ratio } from "./theme-colours";

/** Every pair of colours in use, with its contrast in both themes as computed from the stylesheet. */
export function Colours() {
  return (
    <>
      <p>
        Contrast as WCAG 2.2 computes it, from the values in <code>lib/ui/theme.css</code>. Words need 4.5,
        what one must see to use something needs 3; a unit test holds every row to that.
      </p>
      <div className={styles.scroll} {...scrollable("Contrast of the colours")}>
        <table className={styles.colours}>
          <caption className="visually-hidden">Pairs of colours and their contrast in both themes</caption>
          <thead>
            <tr>
              <th scope="col">Pair</th>
              <th scope="col">Shown</th>
              <th scope="col">Light</th>
              <th scope="col">Dark</th>
              <th scope="col">Least</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ ink, on, least }) => (
              <tr key={`${ink} ${on}`}>
                <th scope="row">
                  <code>{ink}</code> on <code>{on}</code>
                </th>
                <td>
                  <svg viewBox="0 0 96 28" width="96" height="28" aria-hidden="true">
                    <rect width="96" height="28" rx="4" fill={`var(--${on})`} stroke="var(--line)" />
                    {least === 3 ? (
                      <rect x="12" y="8" width="72" height="12" rx="3" fill="none" stroke={`var(--${ink})`} />
                    ) : (
                      <text x="12" y="19" fill={`var(--${ink})`} fontSize="14" fontWeight="600">
                        A1 R2 Aa
                      </text>
                    )}
                  </svg>
                </td>
                <td>{ratio(ink, on, "light").toFixed(2)}</td>
                <td>{ratio(ink, on, "dark").toFixed(2)}</td>
                <td>{least}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
