import { Button } from "@/lib/ui/lab/button";
import { type KeyArea, keys } from "./keys";
import styles from "./keys-dialog.module.css";

/** The list of keyboard shortcuts, with the switch that turns them off. Static: `Enhance` opens it. */
export function KeysDialog({ area }: { area?: KeyArea }) {
  const offered = keys.filter(({ areas }) => !areas || (area !== undefined && areas.includes(area)));
  return (
    <dialog id="keys" className={styles.dialog} aria-labelledby="keys-title" closedby="any">
      <h2 id="keys-title">Keys</h2>
      <dl className={styles.keys}>
        {offered.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
        {area === "playground" && (
          <div>
            <dt>
              <kbd>↑</kbd> <kbd>↓</kbd>
            </dt>
            <dd>In the timeline: one event up or down, Home and End to the first and the last</dd>
          </div>
        )}
        <div>
          <dt>
            <kbd>⌘K</kbd>
          </dt>
          <dd>Search, always: Ctrl+K where there is no ⌘</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>Close this, the contents, or the lab on a phone</dd>
        </div>
      </dl>
      <label className={styles.switch}>
        <input type="checkbox" defaultChecked data-keys-switch="" autoComplete="off" />
        Single keys are on
      </label>
      <p>
        Switch them off where they get in the way of speech input or of your own keys. They rest while you
        type, and with Ctrl, Alt or ⌘.
      </p>
      <form method="dialog">
        <Button type="submit">Close</Button>
      </form>
    </dialog>
  );
}

/** Opens the dialog by click, for readers who do not know its key. */
export function KeysButton({ className = "" }: { className?: string | undefined }) {
  return (
    <button type="button" className={`${styles.open} needs-script ${className}`} data-show-keys="">
      Keys
    </button>
  );
}
