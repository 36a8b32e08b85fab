import type { Line } from "./line";

/** Where a line is explained and proved: both in the same lesson. */
const explainedIn =
  (lesson: string) =>
  (section: string, check: string): Pick<Line, "section" | "proof"> => ({
    section: { lesson, id: section },
    proof: { lesson, check },
  });

export const start = explainedIn("start");
export const signIn = explainedIn("credentials-provider");
export const rotation = explainedIn("refresh-rotation");
export const actions = explainedIn("server-action-protection");
export const anatomy = explainedIn("access-token-anatomy");
export const browserData = explainedIn("tokens-and-the-browser");
export const signOut = explainedIn("signing-out");
