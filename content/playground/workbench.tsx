"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { signedInUser } from "@/lib/lab/client/current-session";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { AttackPanel } from "@/lib/ui/attacker/attack-panel";
import { Actions, labActions } from "@/lib/ui/lab/actions";
import { AppFrame, type AppFrameHandle } from "@/lib/ui/lab/app-frame";
import { BackendTables } from "@/lib/ui/lab/backend-tables";
import { EventList } from "@/lib/ui/lab/event-list";
import { FamilyTree } from "@/lib/ui/lab/family-tree";
import { PanelHeader } from "@/lib/ui/lab/panel-header";
import { Settings } from "@/lib/ui/lab/settings";
import { Notices, StatusLine } from "@/lib/ui/lab/status-line";
import { TokenBars } from "@/lib/ui/lab/token-bars";
import { TokenHolders } from "@/lib/ui/lab/token-holders";
import { Tabs } from "@/lib/ui/tabs/tabs";
import { CopyLink } from "./copy-link";
import { LinkNotice } from "./link-notice";
import { PresetList } from "./preset-list";
import type { Recording } from "./recording";
import { RecordingButton } from "./recording-button";
import { Replay } from "./replay";
import type { SwitchableLesson } from "./switchable";
import { ThiefPanel } from "./thief-panel";
import { useOpenedLink } from "./use-opened-link";
import { VariantSwitches } from "./variant-switches";
import styles from "./workbench.module.css";

type Props = {
  lessons: readonly SwitchableLesson[];
  /** Whether the visitor pressed the start button, whose focus then moves here. */
  byHand: boolean;
};

/** The app under study in one pane, the lab in the other. The component makes a lab when it mounts. */
export default function Workbench({ lessons, byHand }: Props) {
  const { start } = useControls();
  const state = useLab((lab) => lab.state);
  const tokens = useLab((lab) => lab.tokens);
  const variants = useLab((lab) => lab.variants);
  const [recording, setRecording] = useState<(Recording & { nth: number }) | null>(null);
  const app = useRef<AppFrameHandle>(null);
  const bench = useRef<HTMLDivElement>(null);
  // The focus moves here when its button disappears.
  const focusBench = () => bench.current?.focus({ preventScroll: true });
  useEffect(start, [start]);
  useEffect(() => {
    if (byHand) bench.current?.focus({ preventScroll: true });
  }, [byHand]);

  const settings = state?.settings;
  const present = useMemo(
    () => (settings === undefined ? null : { settings, variants }),
    [settings, variants],
  );
  const link = useOpenedLink(lessons, present);
  const user = state === null ? null : signedInUser(state, tokens);
  return (
    <div ref={bench} tabIndex={-1} className={styles.bench}>
      <div className={styles.notices}>
        {present !== null && (
          <div className={styles.tools}>
            <nav aria-label="Parts of the playground" className={styles.jumps}>
              <a href="#app">App</a>
              <a href="#controls">Controls</a>
              <a href="#lab">Lab</a>
              <a href="#timeline">Timeline</a>
            </nav>
            <CopyLink {...present} />
            <RecordingButton
              onLoad={(loaded) => setRecording({ ...loaded, nth: (recording?.nth ?? 0) + 1 })}
            />
          </div>
        )}
        <Notices />
        {link.news !== null && (
          <LinkNotice
            news={link.news}
            onAccept={link.accept}
            onDismiss={() => {
              link.dismiss();
              focusBench();
            }}
            onUndo={async () => {
              if (await link.undo()) focusBench();
            }}
          />
        )}
      </div>
      {state === null ? (
        <p role="status">Starting the lab…</p>
      ) : (
        <>
          <div className={styles.pane}>
            <div id="app" className={styles.app}>
              <AppFrame ref={app} start="/notes" fill />
            </div>
            <section id="controls" aria-label="Controls" className={styles.controls}>
              <Tabs
                label="Controls"
                tabs={[
                  {
                    id: "presets",
                    label: "Presets",
                    panel: (
                      <PresetList
                        onStart={() => app.current?.close()}
                        onEnd={() => app.current?.open("/notes")}
                      />
                    ),
                  },
                  { id: "variants", label: "Variants", panel: <VariantSwitches lessons={lessons} /> },
                  { id: "settings", label: "Settings", panel: <Settings id="lab-settings" /> },
                  {
                    id: "attacker",
                    label: "Attacker",
                    panel: (
                      <>
                        <ThiefPanel />
                        <AttackPanel />
                      </>
                    ),
                  },
                ]}
              />
            </section>
          </div>
          <section id="lab" aria-label="Lab" className={`${styles.pane} ${styles.lab}`}>
            <PanelHeader onSignedOut={() => app.current?.reload()} />
            <TokenBars />
            <Actions
              shown={labActions}
              signedIn={user !== null}
              openApp={(path) => app.current?.open(path)}
            />
            <StatusLine />
            <Tabs
              className={styles.views}
              label="The tokens and the backend"
              tabs={[
                { id: "holders", label: "Who holds what", panel: <TokenHolders /> },
                { id: "families", label: "Families", panel: <FamilyTree /> },
                { id: "backend", label: "Backend", panel: <BackendTables /> },
              ]}
            />
            <div id="timeline" className={styles.timeline}>
              {recording === null ? (
                <EventList />
              ) : (
                <Replay key={recording.nth} recording={recording} onClose={() => setRecording(null)} />
              )}
            </div>
          </section>
        </>
      )}
    </div>
  );
}
