import type { Pieces } from "@/content/notes-app/pieces";

/**
 * Variants beside a lesson's own, by its slug. The site has none: `npm run check:prove` builds a copy of it that has the
 * solutions and the mutants in place of these modules.
 */
export const underProof: { [Slug in keyof Pieces]?: Record<string, Pieces[Slug]> } = {};

/** Names of further Server Actions, as in note-actions.ts and role-actions.ts beside this. */
export const actionsUnderProof: readonly never[] = [];
