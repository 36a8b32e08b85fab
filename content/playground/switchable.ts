import { catalog } from "@/content/catalog";
import { switchableLessons } from "@/content/variants";

/** A lesson whose piece the lab can switch, as the playground's page hands it to the browser. */
export type SwitchableLesson = {
  slug: string;
  title: string;
  variants: readonly { name: string; summary: string }[];
};

/** Every lesson of the catalog with variants that the app can run. */
export const switchable: readonly SwitchableLesson[] = catalog.flatMap(
  ({ meta: { slug, title, variants } }) => {
    const names = switchableLessons().find((lesson) => lesson.slug === slug)?.names ?? [];
    const shown = variants
      .filter(({ name }) => names.includes(name))
      .map(({ name, summary }) => ({ name, summary }));
    return shown.length === 0 ? [] : [{ slug, title, variants: shown }];
  },
);
