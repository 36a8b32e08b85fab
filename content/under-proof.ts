import type { Pieces } from "@/content/notes-app/pieces";

/**
 * Variants beside a lesson's own, by its slug. The site has none: `npm run check:prove` builds a copy of it that has the
 * solutions and the mutants in place of this module.
 */
export const underProof: { readonly [Slug in keyof Pieces]?: Readonly<Record<string, Pieces[Slug]>> } = {};
