"use client";

import type { ReactNode } from "react";
import { LabProblem } from "@/lib/lab/client/problem";
import type { LabSnapshot } from "@/lib/lab/client/snapshot";
import { LabContext } from "@/lib/lab/client/use-lab";
import { failureOf, inOneLine } from "@/lib/sign-in/sign-in-failure";
import { Actions, labActions } from "@/lib/ui/lab/actions";
import { BackendTables } from "@/lib/ui/lab/backend-tables";
import { EventList } from "@/lib/ui/lab/event-list";
import { FamilyTree } from "@/lib/ui/lab/family-tree";
import { MiniBars } from "@/lib/ui/lab/mini-bars";
import { PanelHeader } from "@/lib/ui/lab/panel-header";
import { Settings } from "@/lib/ui/lab/settings";
import { Notices, StatusLine } from "@/lib/ui/lab/status-line";
import { TokenBars } from "@/lib/ui/lab/token-bars";
import { TokenCard } from "@/lib/ui/lab/token-card";
import { TokenHolders } from "@/lib/ui/lab/token-holders";
import { VariantSwitch } from "@/lib/ui/lab/variant-switch";
import styles from "./design.module.css";
import { sampleEvents } from "./sample-events";
import { sampleNow, sampleStates, sampleTokens, shownLab } from "./sample-lab";
import { Specimen } from "./specimen";

const states = Object.entries(sampleStates);
const fresh = { state: sampleStates.fresh, tokens: sampleTokens };
const nothing = () => {};
const done = async () => {};

type ShownProps = { state: string; lab: Partial<LabSnapshot>; wide?: boolean; children: ReactNode };

function Shown({ state, lab, wide = false, children }: ShownProps) {
  return (
    <Specimen state={state} wide={wide}>
      <LabContext value={shownLab(lab)}>
        <div className={styles.lab}>{children}</div>
      </LabContext>
    </Specimen>
  );
}

/** The lab's parts in their important states. Their lab has one fixed state and does not run. */
export default function LabParts() {
  const tokensOf = (name: string) => (name === "signed out" ? null : sampleTokens);
  return (
    <>
      <h3>Bars</h3>
      <div className={styles.row}>
        {states.map(([name, state]) => (
          <Shown key={name} state={name} lab={{ state, tokens: tokensOf(name) }}>
            <TokenBars />
          </Shown>
        ))}
        <Shown state="on a phone, in the sheet’s handle" lab={fresh}>
          <MiniBars />
        </Shown>
      </div>
      <h3>TokenHolders</h3>
      <div className={styles.row}>
        {states.map(([name, state]) => (
          <Shown key={name} state={name} lab={{ state, tokens: tokensOf(name) }}>
            <TokenHolders />
          </Shown>
        ))}
      </div>
      <h3>Token cards</h3>
      <div className={styles.row}>
        {(["session", "access", "refresh"] as const).map((kind) => (
          <Shown key={kind} state={`${kind}, opened`} lab={fresh}>
            <TokenCard kind={kind} now={sampleNow} />
          </Shown>
        ))}
        <Shown state="access, none in the cookie" lab={{ ...fresh, tokens: null }}>
          <TokenCard kind="access" now={sampleNow} />
        </Shown>
      </div>
      <h3>Actions</h3>
      <div className={styles.row}>
        {(
          [
            ["signed out", { state: sampleStates["signed out"] }, false],
            ["signed in", fresh, true],
            ["busy", { ...fresh, pending: "Signing in as Ada…" }, false],
            ["the sign-in is over", { ...fresh, state: sampleStates["family revoked"] }, true],
          ] as const
        ).map(([name, lab, signedIn]) => (
          <Shown key={name} state={name} lab={lab}>
            <Actions shown={labActions} signedIn={signedIn} openApp={done} />
          </Shown>
        ))}
      </div>
      <h3>Header, status, notices</h3>
      <div className={styles.row}>
        {(
          [
            ["header: nobody", { state: sampleStates["signed out"] }],
            ["header: Ada", fresh],
          ] as const
        ).map(([name, lab]) => (
          <Shown key={name} state={name} lab={lab}>
            <PanelHeader settings={{ open: false, id: "sample", onToggle: nothing }} onSignedOut={done} />
          </Shown>
        ))}
        <Shown state="status: what changed, and its call" lab={{ ...fresh, change: changed }}>
          <StatusLine />
        </Shown>
        <Shown state="status: under way" lab={{ ...fresh, pending: "Resetting the lab…" }}>
          <StatusLine />
        </Shown>
        <Shown state="notice: a new lab" lab={{ ...fresh, notice: "idle" }}>
          <Notices />
        </Shown>
        <Shown state="notice: refused" lab={{ ...fresh, problem: refused }}>
          <Notices />
        </Shown>
        <Shown state="notice: reconnecting" lab={{ ...fresh, status: "reconnecting" }}>
          <Notices />
        </Shown>
        <Shown state="notice: backend down" lab={{ status: "down", problem: down }}>
          <Notices />
        </Shown>
      </div>
      <h3>Variant switch and settings</h3>
      <div className={styles.row}>
        <Shown state="variant chosen" lab={{ ...fresh, variants: { sample: "in-proxy" } }}>
          <VariantSwitch lesson="sample" variants={variants} />
        </Shown>
        <Shown state="settings, as a lab begins" lab={fresh}>
          <Settings id="sample-settings" />
        </Shown>
      </div>
      <h3>Families and the backend’s tables</h3>
      <div className={styles.row}>
        {(["signed out", "refreshed three times", "family revoked"] as const).map((name) => (
          <Shown key={name} state={`families: ${name}`} lab={{ state: sampleStates[name] }}>
            <FamilyTree />
          </Shown>
        ))}
        <Shown state="tables" lab={fresh} wide>
          <BackendTables />
        </Shown>
      </div>
      <h3>Timeline</h3>
      <div className={styles.row}>
        <Shown state="every kind of row; each opens" lab={{ ...fresh, log }} wide>
          <div className={styles.timeline}>
            <EventList />
          </div>
        </Shown>
        <Shown state="empty" lab={fresh}>
          <div className={styles.timeline}>
            <EventList />
          </div>
        </Shown>
      </div>
    </>
  );
}

const changed = {
  text: "The lab's clock moved 15 min forward.",
  call: { method: "POST", path: "/mock-backend/lab/clock", body: { advance: 900 } },
};
const refused = new LabProblem("refused", inOneLine(failureOf("refused")));
const down = new LabProblem("backend_down", "The mock backend does not answer.");
const variants = ["none", "in-callback", "in-callback-locked", "in-proxy", "token-store", "yours"].map(
  (name) => ({
    name,
    summary: name,
  }),
);
const log = { events: sampleEvents, lastSeq: sampleEvents.length, truncated: true };
