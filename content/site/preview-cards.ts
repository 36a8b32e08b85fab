import { catalog } from "@/content/catalog";

/** What a link to the site shows where it is shared: one picture a lesson, and one for every other page. */
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

/** A page's own Open Graph values replace the layout's, all of them: these go into each. */
export const sharedPreview = { siteName: "Silent Refresh", locale: "en" } as const;

/** A card as Open Graph names it. */
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
