"use client";

import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { pauseRequestsOf } from "@/lib/lab/client/pause-app-requests";
import styles from "./app-frame.module.css";
import { Button } from "./button";
import { Icon } from "./icon";
import { PressButton } from "./press-button";
import { useFramePath } from "./use-frame-path";

export type AppFrameHandle = {
  /** Goes there, or loads the page again when it is there already. Resolves when the page has loaded. */
  open(path: string): Promise<void>;
  /** Loads the page again if the app is in sight at all. Resolves when the page has loaded. */
  reload(): Promise<void>;
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
  const arrived = useRef(() => {});
  const [first, setFirst] = useState<string | null>(start ?? null);
  const { path, lastPath, canGoBack, watch } = useFramePath(first);

  /** Resolves with the frame's next page, or when the app is closed before. */
  const nextPage = () => {
    arrived.current();
    return new Promise<void>((resolve) => {
      arrived.current = resolve;
    });
  };
  const open = (next: string) => {
    const page = nextPage();
    if (frame.current === null) setFirst(next);
    else navigate(frame.current, next);
    return page;
  };
  const reload = async () => {
    if (frame.current !== null) await open(lastPath);
  };
  const close = () => {
    arrived.current();
    setFirst(null);
  };
  useImperativeHandle(ref, () => ({ open, reload, close }));

  return (
    <section className={fill ? styles.fill : undefined} aria-label="The app under study">
      <div className={styles.bar}>
        <Title className={styles.title}>The app</Title>
        {first === null ? (
          <PressButton look="quiet" onPress={() => open("/notes")}>
            Show it here
          </PressButton>
        ) : (
          <>
            <Button
              look="icon"
              aria-label="Back in the app"
              disabled={!canGoBack || path === null}
              onClick={() => frame.current?.contentWindow?.history.back()}
            >
              <Icon name="back" />
            </Button>
            <PressButton look="icon" aria-label="Reload the app" onPress={reload}>
              <Icon name="reload" />
            </PressButton>
            <code className={styles.path}>{path ?? "This page did not load."}</code>
          </>
        )}
        <a className={styles.tab} href={lastPath} target="_blank" rel="noopener">
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
            onLoad={({ currentTarget: { contentWindow } }) => {
              if (watch(contentWindow) && contentWindow !== null) pauseRequestsOf(contentWindow);
              arrived.current();
            }}
          />
        </div>
      )}
    </section>
  );
}

/**
 * Sends the frame to an address. Where its page did not load, the browser shows one of its own, which is of another
 * origin: nothing in that window can be reached, and only the element itself can be sent elsewhere.
 */
function navigate(frame: HTMLIFrameElement, path: string): void {
  try {
    const location = frame.contentWindow?.location;
    if (location?.pathname === undefined) frame.src = path;
    else if (location.pathname + location.search === path) location.reload();
    else location.assign(path);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    frame.src = path;
  }
}
