/** The site has no more than its own (see pieces.ts). */
export const roleActionsUnderProof: Record<never, never> = {};
