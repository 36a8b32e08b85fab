import { settingInWords } from "@/lib/ui/lab/setting-in-words";
import { type LinkParts, type OpenedLink, settingKeys } from "./link";
import type { SwitchableLesson } from "./switchable";

/** Something of the lab that a link would have otherwise than it is, in words. */
export type LinkChange = { name: string; from: string; to: string };

/** What a link asks for and a lab does not have: to send to the lab, and to show to its owner. */
export type LinkChanges = {
  settings: Readonly<Record<string, unknown>>;
  variants: Readonly<Record<string, string>>;
  /** What takes these changes back, and no others. */
  before: { settings: Readonly<Record<string, unknown>>; variants: Readonly<Record<string, string>> };
  shown: readonly LinkChange[];
};

/** @param present the lab as it is */
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
