/** The site has no more than its own (see pieces.ts). */
export const noteActionsUnderProof: Record<never, never> = {};
