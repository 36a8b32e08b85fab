import { settingInWords } from "@/lib/ui/lab/setting-in-words";
import { type LinkParts, type OpenedLink, settingKeys } from "./link";
import type { SwitchableLesson } from "./switchable";

/** One setting or variant that a link would change, in words. */
export type LinkChange = { name: string; from: string; to: string };

/** The differences between a link and the lab: as requests to the lab, and in words for its owner. */
export type LinkChanges = {
  settings: Readonly<Record<string, unknown>>;
  variants: Readonly<Record<string, string>>;
  /** The values from before, which undo these changes only. */
  before: { settings: Readonly<Record<string, unknown>>; variants: Readonly<Record<string, string>> };
  shown: readonly LinkChange[];
};

/**
 * Compares a link with the lab.
 *
 * @param present the lab's current settings and variants
 */
export function linkChanges(
  link: Pick<OpenedLink, "settings" | "variants">,
  present: LinkParts,
  lessons: readonly SwitchableLesson[],
): LinkChanges {
  const wanted = { ...present.settings, ...link.settings };
  const keys = settingKeys.filter((key) => wanted[key] !== present.settings[key]);
  const variants = Object.entries(link.variants).filter(([slug, to]) => present.variants[slug] !== to);
  return {
    settings: Object.fromEntries(keys.map((key) => [key, wanted[key]])),
    variants: Object.fromEntries(variants),
    before: {
      settings: Object.fromEntries(keys.map((key) => [key, present.settings[key]])),
      variants: Object.fromEntries(
        variants.flatMap(([slug]) => {
          const was = present.variants[slug];
          return was === undefined ? [] : [[slug, was]];
        }),
      ),
    },
    shown: [
      ...keys.map((key) => {
        const { label, value } = settingInWords(key, present.settings);
        return { name: label, from: value, to: settingInWords(key, wanted).value };
      }),
      ...variants.map(([slug, to]) => {
        const title = lessons.find((lesson) => lesson.slug === slug)?.title ?? slug;
        return { name: `Variant of “${title}”`, from: present.variants[slug] ?? "the default", to };
      }),
    ],
  };
}
