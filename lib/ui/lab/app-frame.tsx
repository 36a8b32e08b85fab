"use client";

import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { pauseRequestsOf } from "@/lib/lab/client/pause-app-requests";
import styles from "./app-frame.module.css";
import { Button } from "./button";
import { Icon } from "./icon";
import { PressButton } from "./press-button";
import { useFramePath } from "./use-frame-path";

export type AppFrameHandle = {
  /** Navigates to a path, or reloads if the frame is there already. Resolves when the page has loaded. */
  open(path: string): Promise<void>;
  /** Reloads the page if the app is open. Resolves when the page has loaded. */
  reload(): Promise<void>;
  /** Closes the app, because its polling of the session would interfere with a scenario. */
  close(): void;
};

type Props = {
  ref: Ref<AppFrameHandle>;
  /** The page to load at once. Without it the app loads when the learner opens it. */
  start?: string;
  /** Whether the frame fills the height of its container. */
  fill?: boolean;
};

/** The app under study in a frame, on this origin. */
export function AppFrame({ ref, start, fill = false }: Props) {
  // A pane of its own is a section beside the lab and not within it.
  const Title = fill ? "h2" : "h3";
  const frame = useRef<HTMLIFrameElement>(null);
  const arrived = useRef(() => {});
  const [first, setFirst] = useState<string | null>(start ?? null);
  const { path, lastPath, canGoBack, watch } = useFramePath(first);

  /** Resolves when the frame's next page has loaded, or the app is closed before. */
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
 * Navigates the frame. When a page has failed to load, the browser shows an error page of another origin: its window
 * cannot be accessed, and only the element's `src` can be set.
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
