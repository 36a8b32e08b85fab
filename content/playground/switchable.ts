import { catalog } from "@/content/catalog";
import { switchableLessons } from "@/content/variants";

/** A lesson with variants that the lab can switch, as the server passes it to the browser. */
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
