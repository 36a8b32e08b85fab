import { useEffect, useRef } from "react";
import { Button } from "@/lib/ui/lab/button";
import { PressButton } from "@/lib/ui/lab/press-button";
import styles from "./link-notice.module.css";
import type { LinkNews } from "./use-opened-link";

type Props = { news: LinkNews; onAccept(): Promise<unknown>; onDismiss(): void; onUndo(): Promise<void> };

/** Shows what an opened link would change in this lab, or has changed, and which of its values were ignored. */
export function LinkNotice({ news, onAccept, onDismiss, onUndo }: Props) {
  const { state, changes, ignored, problem } = news;
  const notice = useRef<HTMLElement>(null);
  const isAsked = state === "asked" && changes.length > 0;
  useEffect(() => {
    // The pressed button is gone, so the focus moves to the notice.
    if (state === "applied") notice.current?.focus({ preventScroll: true });
  }, [state]);
  return (
    <section ref={notice} tabIndex={-1} className={styles.notice} aria-label="The link that was opened">
      <div className={styles.words} role="status">
        {problem !== null && <p className={styles.wrong}>That did not work. {problem}</p>}
        {changes.length > 0 && (
          <>
            <p>{isAsked ? "This link would change your lab:" : "The link changed your lab:"}</p>
            <dl className={styles.changes}>
              {changes.map(({ name, from, to }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    {from} → <strong>{to}</strong>
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
        {ignored.length > 0 && (
          <>
            <p className={styles.wrong}>
              {changes.length > 0 ? "Not taken, since it cannot be:" : "The link says what cannot be:"}
            </p>
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
        {isAsked && <PressButton onPress={onAccept}>Apply to my lab</PressButton>}
        {state === "applied" && (
          <PressButton look="quiet" onPress={onUndo}>
            Put mine back
          </PressButton>
        )}
        <Button look="quiet" onClick={onDismiss}>
          {isAsked ? "Keep mine" : "Understood"}
        </Button>
      </p>
    </section>
  );
}
