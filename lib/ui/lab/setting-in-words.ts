import { durationInWords } from "@/lib/lab/client/words";
import type { LabSettings } from "@/lib/lab/schemas";
import { faultNames, graceReplyNames, numberSettings, switchSettings } from "./setting-steps";

/** A lifetime in seconds or a delay in milliseconds, in words. */
export function amount(value: number, unit: "s" | "ms"): string {
  if (unit === "s") return value === 0 ? "none" : durationInWords(value);
  if (value === 0) return "no delay";
  if (value < 1000) return `${value} milliseconds`;
  return value === 1000 ? "1 second" : `${value / 1000} seconds`;
}

type SettingInWords = { label: string; value: string };

/** A setting's name in the panel, and its value in words. */
export function settingInWords(key: keyof LabSettings, settings: LabSettings): SettingInWords {
  if (key === "fault") return { label: "The backend", value: faultNames[settings.fault] };
  if (key === "graceReply")
    return { label: "A second use in grace gets", value: graceReplyNames[settings.graceReply] };
  const number = numberSettings.find((setting) => setting.key === key);
  if (number !== undefined) return { label: number.label, value: amount(settings[number.key], number.unit) };
  const label = switchSettings.find((setting) => setting.key === key)?.label ?? key;
  return { label, value: settings[key] === true ? "on" : "off" };
}
