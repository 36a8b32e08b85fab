"use client";

import { Fragment, useId } from "react";
import { useControls, useLab } from "@/lib/lab/client/use-lab";
import { durationInWords } from "@/lib/lab/client/words";
import { defaultSettings, faultSchema, graceReplySchema, type LabSettings } from "@/lib/lab/schemas";
import { Button } from "./button";
import { faultNames, graceReplyNames, numberSettings, stepsWith, switchSettings } from "./setting-steps";
import styles from "./settings.module.css";

/** Every setting of the lab. A change takes effect at once and says so. */
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
              changeSettings({ [key]: next }, text);
            }}
          />
          {key === "grace" && (
            <SelectRow
              label="A second use in grace gets"
              hint="Counts while the grace window is not none."
              value={settings.graceReply}
              options={Object.entries(graceReplyNames)}
              onChange={(value) => {
                const graceReply = graceReplySchema.parse(value);
                changeSettings({ graceReply }, `A second use in grace gets ${graceReplyNames[graceReply]}.`);
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
          changeSettings({ fault }, `The backend ${faultNames[fault]}.`);
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
        <Button
          disabled={same(settings, defaultSettings)}
          busy={busy}
          onClick={() => changeSettings(defaultSettings, "Default settings.")}
        >
          Default settings
        </Button>
        <Button busy={busy} onClick={reset}>
          Reset the lab
        </Button>
        <span className={styles.hint}>A reset seeds it anew and ends every session.</span>
      </div>
    </section>
  );
}

function amount(value: number, unit: "s" | "ms"): string {
  if (unit === "s") return value === 0 ? "none" : durationInWords(value);
  if (value === 0) return "no delay";
  if (value < 1000) return `${value} milliseconds`;
  return value === 1000 ? "1 second" : `${value / 1000} seconds`;
}

function same(left: LabSettings, right: LabSettings): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

type SelectRowProps = {
  label: string;
  hint: string;
  value: string;
  options: [value: string, label: string][];
  onChange(value: string): void;
};

function SelectRow({ label, hint, value, options, onChange }: SelectRowProps) {
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.select}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      <span id={`${id}-hint`} className={styles.hint}>
        {hint}
      </span>
    </div>
  );
}

type CheckRowProps = { label: string; hint: string; checked: boolean; onChange(on: boolean): void };

function CheckRow({ label, hint, checked, onChange }: CheckRowProps) {
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="checkbox"
        className={styles.check}
        checked={checked}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span id={`${id}-hint`} className={styles.hint}>
        {hint}
      </span>
    </div>
  );
}
