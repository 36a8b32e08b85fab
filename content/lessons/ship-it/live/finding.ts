/** What the lab really answered, and whether that is what the line says. */
export type Finding = { passes: boolean; found: string };

export const holds = (found: string): Finding => ({ passes: true, found });
export const fails = (found: string): Finding => ({ passes: false, found });
