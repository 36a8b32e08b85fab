import { Button } from "@/lib/ui/lab/button";
import styles from "./progress-controls.module.css";

/** Controls for the device's progress. Static: lib/progress makes them work. */
export function ProgressControls() {
  return (
    <div className={`${styles.controls} needs-script`} data-progress-controls="">
      <p>Your progress stays on this device.</p>
      <Button look="quiet" data-progress-do="export">
        Export
      </Button>
      <label className={styles.import}>
        Import
        <input type="file" accept="application/json,.json" data-progress-do="choose" />
      </label>
      <Button look="quiet" data-progress-do="reset">
        Forget it
      </Button>
      <p role="status" />
      {/* After the text that offers the undo, in the order of the tab key. */}
      <Button hidden data-progress-do="undo">
        Undo
      </Button>
    </div>
  );
}
