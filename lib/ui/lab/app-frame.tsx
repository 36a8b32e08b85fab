"use client";

import { type Ref, useImperativeHandle, useRef, useState } from "react";
import styles from "./app-frame.module.css";
import { Button } from "./button";
import { Icon } from "./icon";
import { useFramePath } from "./use-frame-path";

export type AppFrameHandle = {
  /** Goes there, or loads the page again when it is there already. */
  open(path: string): void;
  /** Loads the page again if the app is in sight at all. */
  reload(): void;
  /** Closes the app: it polls the session, and would take part in what is played beside it. */
  close(): void;
};

type Props = {
  ref: Ref<AppFrameHandle>;
  /** What it shows unasked. Left out, it loads only when asked for. */
  start?: string;
  /** As high as the place it is given. */
  fill?: boolean;
};

/** The app under study, for real, on this origin. */
export function AppFrame({ ref, start, fill = false }: Props) {
  // In a pane of its own it is beside the lab, not a part of it.
  const Title = fill ? "h2" : "h3";
  const frame = useRef<HTMLIFrameElement>(null);
  const [first, setFirst] = useState<string | null>(start ?? null);
  const { path, canGoBack, watch } = useFramePath(first);

  const open = (next: string) => {
    const inside = frame.current?.contentWindow;
    if (inside) inside.location.assign(next);
    else setFirst(next);
  };
  const reload = () => frame.current?.contentWindow?.location.reload();
  const close = () => setFirst(null);
  useImperativeHandle(ref, () => ({ open, reload, close }));

  return (
    <section className={fill ? styles.fill : undefined} aria-label="The app under study">
      <div className={styles.bar}>
        <Title className={styles.title}>The app</Title>
        {first === null ? (
          <Button look="quiet" onClick={() => open("/notes")}>
            Show it here
          </Button>
        ) : (
          <>
            <Button
              look="icon"
              aria-label="Back in the app"
              disabled={!canGoBack}
              onClick={() => frame.current?.contentWindow?.history.back()}
            >
              <Icon name="back" />
            </Button>
            <Button look="icon" aria-label="Reload the app" onClick={reload}>
              <Icon name="reload" />
            </Button>
            <code className={styles.path}>{path ?? "another site"}</code>
          </>
        )}
        <a className={styles.tab} href={path ?? "/notes"} target="_blank" rel="noopener">
          Open in a tab
        </a>
        {first !== null && (
          <Button look="icon" aria-label="Hide the app" onClick={close}>
            <Icon name="close" />
          </Button>
        )}
      </div>
      {first !== null && (
        <div className={styles.window}>
          <iframe
            ref={frame}
            className={styles.frame}
            title="The notes app under study"
            src={first}
            onLoad={(event) => watch(event.currentTarget.contentWindow)}
          />
        </div>
      )}
    </section>
  );
}
