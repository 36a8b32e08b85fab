import * as z from "zod/mini";
import { send } from "@/lib/lab/client/request";
import { eventsAfter } from "@/lib/lab/client/scenario/calls";
import { defaultSettings, labAnswerSchema, labStateSchema } from "@/lib/lab/schemas";
import type { Preset } from "./presets";

/** The explanation of a preset that was played, and the variants that it ran on. */
export type PlayedPreset = { story: string; variants: readonly string[] };

const ask: typeof fetch = (path, init) => fetch(path, init);

/**
 * Chooses the preset's variants and settings.
 *
 * @throws LabProblem
 */
export async function applyPreset({ variants, settings }: Preset): Promise<void> {
  const before = await send(ask, { method: "GET", path: "/api/lab" }, labAnswerSchema);
  const changed = Object.entries(variants).filter(([lesson, name]) => before.variants[lesson] !== name);
  if (changed.length > 0) {
    const body = { variants: Object.fromEntries(changed) };
    await send(ask, { method: "PATCH", path: "/api/lab", body }, labAnswerSchema);
  }
  const body = { ...defaultSettings, ...settings };
  await send(ask, { method: "PATCH", path: "/mock-backend/lab/settings", body }, z.unknown());
}

/**
 * Plays a preset with the lab's current variants and settings, and explains it from the events recorded meanwhile.
 *
 * @throws LabProblem
 */
export async function playPreset(preset: Preset): Promise<PlayedPreset> {
  const state = await send(ask, { method: "GET", path: "/mock-backend/lab/state" }, labStateSchema);
  const { variants } = await send(ask, { method: "GET", path: "/api/lab" }, labAnswerSchema);
  await preset.play();
  const events = await eventsAfter(state.lastSeq);
  return {
    story: preset.explain(events),
    variants: Object.keys(preset.variants).map((lesson) => variants[lesson] ?? ""),
  };
}
