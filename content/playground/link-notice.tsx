import { Button } from "@/lib/ui/lab/button";
import { PressButton } from "@/lib/ui/lab/press-button";
import styles from "./link-notice.module.css";
import type { AppliedLink } from "./use-opened-link";

type Props = { applied: AppliedLink; onDismiss(): void; onUndo(): Promise<void> };

/** What an opened link did to this lab, and what it said that could not be meant. Never nothing. */
export function LinkNotice({ applied: { changed, ignored, problem }, onDismiss, onUndo }: Props) {
  return (
    <section className={styles.notice} aria-label="The link that was opened">
      <div className={styles.words} role="status">
        {problem !== null && <p className={styles.wrong}>The link was not applied. {problem}</p>}
        {problem === null && (
          <p>
            {changed.length === 0
              ? "The link changed nothing: your lab is as it says, or it says nothing that a lab can be."
              : "The link changed your lab:"}
          </p>
        )}
        {changed.length > 0 && (
          <ul className={styles.list}>
            {changed.map(({ name, from, to }) => (
              <li key={name}>
                <code>{name}</code> {from} → <strong>{to}</strong>
              </li>
            ))}
          </ul>
        )}
        {ignored.length > 0 && (
          <>
            <p className={styles.wrong}>Not taken, since it cannot be:</p>
            <ul className={styles.list}>
              {ignored.map(({ name, value, why }) => (
                <li key={`${name}=${value}`}>
                  <code>
                    {name}
                    {value !== "" && `=${value}`}
                  </code>
                  : {why}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <p className={styles.buttons}>
        {changed.length > 0 && (
          <PressButton look="quiet" onPress={onUndo}>
            Put mine back
          </PressButton>
        )}
        <Button look="quiet" onClick={onDismiss}>
          Understood
        </Button>
      </p>
    </section>
  );
}
