import * as z from "zod/mini";
import { faultSchema, graceReplySchema, type LabSettings, settingsSchema } from "@/lib/lab/schemas";
import type { SwitchableLesson } from "./switchable";

/** The contents of a link: settings by name, variants by lesson. */
export type LinkParts = { settings: LabSettings; variants: Readonly<Record<string, string>> };

/** A value that was ignored, and what it should have been. */
export type Ignored = { name: string; value: string; why: string };

export type OpenedLink = {
  settings: Partial<LabSettings>;
  variants: Record<string, string>;
  ignored: readonly Ignored[];
};

/** Characters; longer than any link that this page makes. */
const MAX_LENGTH = 2_000;
const MAX_SHOWN = 40;

/** The link's query string. It names every value, so that the link keeps its meaning when a default changes. */
export function linkQuery({ settings, variants }: LinkParts): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(settings)) query.set(name, asText(value));
  for (const [lesson, variant] of Object.entries(variants)) query.set(lesson, variant);
  return query.toString();
}

/** A setting's value as text, as a link carries it. */
export function asText(value: unknown): string {
  return typeof value === "boolean" ? (value ? "on" : "off") : String(value);
}

/**
 * Reads a link's query string. A name that is no setting or lesson of this site, and a value out of bounds, is
 * reported and ignored; no other value takes its place.
 */
export function readLink(query: string, lessons: readonly SwitchableLesson[]): OpenedLink {
  const settings: Partial<LabSettings> = {};
  const variants: Record<string, string> = {};
  const ignored: Ignored[] = [];
  if (query.length > MAX_LENGTH) {
    const why = `longer than the ${MAX_LENGTH} characters that a link of the playground can have`;
    return { settings, variants, ignored: [{ name: "the whole link", value: "", why }] };
  }
  const seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const read = seen.has(name)
      ? { why: "said twice; the first one counts" }
      : readPart(name, value, lessons);
    seen.add(name);
    if ("why" in read) ignored.push({ name: cut(name), value: cut(value), why: read.why });
    else if ("variant" in read) variants[read.lesson] = read.variant;
    else Object.assign(settings, read.setting);
  }
  return { settings, variants, ignored };
}

type Part = { setting: Partial<LabSettings> } | { lesson: string; variant: string } | { why: string };

function readPart(name: string, value: string, lessons: readonly SwitchableLesson[]): Part {
  const setting = settingKeys.find((key) => key === name);
  if (setting !== undefined) {
    const parsed = settingsSchema.shape[setting].safeParse(fromText(setting, value));
    return parsed.success ? { setting: { [setting]: parsed.data } } : { why: allowed[setting] };
  }
  const lesson = lessons.find(({ slug }) => slug === name);
  if (lesson === undefined) return { why: "neither a setting nor a lesson with variants" };
  const variant = lesson.variants.find((one) => one.name === value);
  if (variant === undefined) return { why: oneOf(lesson.variants.map((one) => one.name)) };
  return { lesson: lesson.slug, variant: variant.name };
}

/** The settings that a link can carry. */
export const settingKeys = z.keyof(settingsSchema).options;

const lifetime = "a whole number of seconds, from 1 to 7776000";
const onOrOff = "on or off";

/** The bounds of `settingsSchema`, in words. */
const allowed: Record<keyof LabSettings, string> = {
  accessTtl: lifetime,
  refreshIdleTtl: lifetime,
  refreshAbsoluteTtl: lifetime,
  grace: "a whole number of seconds, from 0 to 60",
  graceReply: oneOf(graceReplySchema.options),
  rotation: onOrOff,
  reuseDetection: onOrOff,
  clientAuth: onOrOff,
  latencyMs: "a whole number of milliseconds, from 0 to 10000",
  fault: oneOf(faultSchema.options),
};

const wholeNumber = z.string().check(z.regex(/^(0|[1-9]\d{0,8})$/));

/** Converts a text to a setting's type. Another text is returned as it is, and every schema refuses it. */
function fromText(setting: keyof LabSettings, text: string): unknown {
  if (allowed[setting] === onOrOff) return text === "on" ? true : text === "off" ? false : text;
  if (setting === "fault" || setting === "graceReply") return text;
  return wholeNumber.safeParse(text).success ? Number(text) : text;
}

function oneOf(names: readonly string[]): string {
  return `one of ${names.join(", ")}`;
}

function cut(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${text.slice(0, MAX_SHOWN)}…`;
}
