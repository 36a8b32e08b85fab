import { completeChoice, variantsOf } from "@/content/variants";
import type { VariantChoice } from "@/lib/lab/server/cookies";

/** The lesson whose variants are choices of all the others'. */
export const PRESETS_LESSON = "ship-it";

type VariantEntry = { lesson: string; variant: string };

/** Each preset by its name, with the fallback of every lesson that it does not name. */
const presets: ReadonlyMap<string, VariantChoice> = new Map(
  [...variantsOf(PRESETS_LESSON)].map(([name, preset]) => [name, { ...completeChoice({}), ...preset }]),
);

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
