"use client";

import { Fragment, type ReactNode, useId } from "react";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { defaultSettings, faultSchema, graceReplySchema, type LabSettings } from "@/lib/lab/schemas";
import { PressButton } from "./press-button";
import { amount } from "./setting-in-words";
import { faultNames, graceReplyNames, numberSettings, stepsWith, switchSettings } from "./setting-steps";
import styles from "./settings.module.css";
import { useOptimisticValue } from "./use-optimistic-value";

/** Every setting of the lab. A change takes effect at once and is announced. */
export function Settings({ id }: { id: string }) {
  const { changeSettings, reset } = useControls();
  const settings = useLab((lab) => lab.state?.settings ?? null);
  const busy = useLab((lab) => lab.pending !== null);
  if (settings === null) return null;
  return (
    <section id={id} className={styles.settings} aria-label="Settings of the lab">
      {numberSettings.map(({ key, label, hint, unit, steps }) => (
        <Fragment key={key}>
          <SelectRow
            label={label}
            hint={hint}
            value={String(settings[key])}
            options={stepsWith(steps, settings[key]).map((step) => [String(step), amount(step, unit)])}
            onChange={(value) => {
              const next = Number(value);
              const text = `${label}: ${amount(settings[key], unit)} → ${amount(next, unit)}.`;
              return changeSettings({ [key]: next }, text);
            }}
          />
          {key === "grace" && (
            <SelectRow
              label="A second use in grace gets"
              hint="Matters only with a grace window."
              value={settings.graceReply}
              options={Object.entries(graceReplyNames)}
              onChange={(value) => {
                const graceReply = graceReplySchema.parse(value);
                return changeSettings(
                  { graceReply },
                  `A second use in grace gets ${graceReplyNames[graceReply]}.`,
                );
              }}
            />
          )}
        </Fragment>
      ))}
      <SelectRow
        label="The backend"
        hint="A fault to rehearse: for the API only, never for this panel."
        value={settings.fault}
        options={Object.entries(faultNames)}
        onChange={(value) => {
          const fault = faultSchema.parse(value);
          return changeSettings({ fault }, `The backend ${faultNames[fault]}.`);
        }}
      />
      {switchSettings.map(({ key, label, hint }) => (
        <CheckRow
          key={key}
          label={label}
          hint={hint}
          checked={settings[key]}
          onChange={(on) => changeSettings({ [key]: on }, `${label}: ${on ? "on" : "off"}.`)}
        />
      ))}
      <div className={styles.reset}>
        <PressButton
          disabled={same(settings, defaultSettings)}
          busy={busy}
          onPress={() => changeSettings(defaultSettings, "Default settings.")}
        >
          Default settings
        </PressButton>
        <PressButton busy={busy} onPress={reset}>
          Reset the lab
        </PressButton>
        <span className={styles.hint}>A reset seeds it anew and ends every session.</span>
      </div>
    </section>
  );
}

function same(left: LabSettings, right: LabSettings): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

type RowProps = { label: string; hint: string };

/** A setting's label and hint beside its field, which gets the ids that tie them together. */
function Row({ label, hint, field }: RowProps & { field(id: string, hintId: string): ReactNode }) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className={styles.row}>
      <span className={styles.words}>
        <label htmlFor={id}>{label}</label>
        <span id={hintId} className={styles.hint}>
          {hint}
        </span>
      </span>
      {field(id, hintId)}
    </div>
  );
}

type SelectRowProps = RowProps & {
  value: string;
  options: [value: string, label: string][];
  onChange(value: string): Promise<unknown>;
};

function SelectRow({ value, options, onChange, ...words }: SelectRowProps) {
  const { shown, busy, take } = useOptimisticValue(value, onChange);
  return (
    <Row
      {...words}
      field={(id, hintId) => (
        <select
          id={id}
          className={styles.select}
          value={shown}
          aria-busy={busy || undefined}
          aria-describedby={hintId}
          onChange={(event) => take(event.target.value)}
        >
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    />
  );
}

type CheckRowProps = RowProps & { checked: boolean; onChange(on: boolean): Promise<unknown> };

function CheckRow({ checked, onChange, ...words }: CheckRowProps) {
  const { shown, busy, take } = useOptimisticValue(checked, onChange);
  return (
    <Row
      {...words}
      field={(id, hintId) => (
        <input
          id={id}
          type="checkbox"
          className={styles.check}
          checked={shown}
          aria-busy={busy || undefined}
          aria-describedby={hintId}
          onChange={(event) => take(event.target.checked)}
        />
      )}
    />
  );
}
