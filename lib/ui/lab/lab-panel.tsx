"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { VariantChoice } from "@/lib/lab/client/controls";
import { signedInUser } from "@/lib/lab/client/current-session";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { Actions, type LabAction, labActions } from "./actions";
import { AppFrame, type AppFrameHandle } from "./app-frame";
import { EventList } from "./event-list";
import styles from "./lab-panel.module.css";
import { PanelHeader } from "./panel-header";
import { Settings } from "./settings";
import { Notices, StatusLine } from "./status-line";
import { TokenBars } from "./token-bars";
import { TokenHolders } from "./token-holders";
import { VariantSwitch } from "./variant-switch";

export type LabPanelProps = {
  /** The lesson's slug, under which its variant is chosen. Without one there is no switch. */
  lesson?: string | undefined;
  variants?: readonly VariantChoice[] | undefined;
  /** The lesson's buttons; all of them when left out. */
  actions?: readonly LabAction[] | undefined;
  /** Controls that only this lesson's lab has. */
  children?: ReactNode;
};

/** The lab's panel. It makes a lab when it mounts. */
export function LabPanel({ lesson, variants = [], actions = labActions, children }: LabPanelProps) {
  const { start } = useControls();
  const state = useLab((lab) => lab.state);
  const tokens = useLab((lab) => lab.tokens);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const app = useRef<AppFrameHandle>(null);
  const settingsId = useId();
  useEffect(start, [start]);

  const user = state === null ? null : signedInUser(state, tokens);
  return (
    <div className={styles.panel}>
      <PanelHeader
        settings={{
          open: settingsOpen,
          id: settingsId,
          onToggle: () => setSettingsOpen(!settingsOpen),
        }}
        onSignedOut={() => app.current?.reload()}
      />
      <Notices />
      {state !== null && (
        <>
          <TokenBars />
          <Actions shown={actions} signedIn={user !== null} openApp={(path) => app.current?.open(path)} />
          <StatusLine />
          {settingsOpen && <Settings id={settingsId} />}
          {lesson !== undefined && variants.length > 0 && (
            <VariantSwitch lesson={lesson} variants={variants} />
          )}
          {children}
          <TokenHolders />
          <AppFrame ref={app} />
          <div className={styles.rest}>
            <EventList />
          </div>
        </>
      )}
    </div>
  );
}
