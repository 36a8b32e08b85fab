import { yours } from "@/content/lessons/ship-it/exercise";
import { asUsual } from "@/content/lessons/ship-it/variants/as-usual";
import { ready } from "@/content/lessons/ship-it/variants/ready";
import type { PresetPiece } from "@/content/notes-app/pieces";
import { underProof } from "@/content/under-proof/pieces";
import type { VariantChoice } from "@/lib/lab/server/cookies";

/** The lesson whose variants are choices of all the others'. */
export const PRESETS_LESSON = "ship-it";

type VariantEntry = { lesson: string; variant: string };

const presets = new Map<string, PresetPiece>([
  ["as-usual", asUsual],
  ["ready", ready],
  ["yours", yours],
  ...Object.entries(underProof["ship-it"] ?? {}),
]);

export const presetNames: readonly string[] = [...presets.keys()];

/** Puts what a preset stands for in its place; what is named beside it counts more. */
export function expandPreset(choice: VariantChoice): VariantChoice {
  const { [PRESETS_LESSON]: name, ...named } = choice;
  return { ...presets.get(name ?? ""), ...named };
}

/** @returns the preset that is named and that there is not, or null */
export function unknownPreset({ [PRESETS_LESSON]: name }: VariantChoice): VariantEntry | null {
  return name === undefined || presets.has(name) ? null : { lesson: PRESETS_LESSON, variant: name };
}

/** Names the preset that a complete choice amounts to, however it came about; none, where it is a mixture. */
export function withPreset(choice: VariantChoice): VariantChoice {
  const name = presetNames.find((each) =>
    Object.entries(presets.get(each) ?? {}).every(([lesson, variant]) => choice[lesson] === variant),
  );
  return name === undefined ? choice : { ...choice, [PRESETS_LESSON]: name };
}
