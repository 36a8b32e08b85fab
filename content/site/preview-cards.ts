import { catalog } from "@/content/catalog";

/** The pictures of link previews: one for each lesson, and one for all other pages. */
export const previewCards = [
  {
    name: "site",
    eyebrow: "A tutorial that you can touch",
    title: "NextAuth in front of your own backend, until it holds",
    summary:
      "Watch an access token die and a new one arrive, break it the way production breaks it, and fix it.",
  },
  ...catalog.map(({ meta: { slug, order, title, summary } }) => ({
    name: slug,
    eyebrow: order === 0 ? "Start here" : `Lesson ${order}`,
    title,
    summary: summary.replaceAll("`", ""),
  })),
] as const;

/** Open Graph values for every page: a page that sets any of its own replaces all of the layout's. */
export const sharedPreview = { siteName: "Silent Refresh", locale: "en" } as const;

/** The Open Graph image of a card. @throws Error for a name without a card */
export function previewCard(name: string) {
  const card = previewCards.find((each) => each.name === name);
  if (!card) throw new Error(`no preview card is drawn for "${name}"`);
  return {
    url: `/og/${name}.png`,
    width: 1200,
    height: 630,
    type: "image/png",
    alt: `${card.eyebrow}: ${card.title}`,
  };
}
