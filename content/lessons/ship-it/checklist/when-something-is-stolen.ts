import { rotation, signOut } from "./explained-in";
import type { Group } from "./line";

export const whenSomethingIsStolenGroup: Group = {
  id: "when-something-is-stolen",
  title: "When something is stolen",
  lines: [
    {
      id: "stolen-refresh-token",
      text: "A refresh token that comes a second time ends the family.",
      ...rotation("when-it-is-stolen", "stolen-token"),
      live: true,
    },
    {
      id: "bogus-refresh-token",
      text: "A refresh token that nobody issued is refused, in the same words as any other.",
      section: { lesson: "refresh-rotation", id: "when-it-is-stolen" },
      proof: { lesson: "ship-it", check: "bogus-refresh-token" },
      live: true,
    },
    {
      id: "suspended",
      text: "A suspended user is out at once.",
      ...rotation("when-it-is-over", "suspended-user"),
    },
    {
      id: "sign-out-revokes",
      text: "Signing out ends the tokens at the backend.",
      ...signOut("the-backend-is-not-told", "refresh-token"),
      live: true,
    },
    {
      id: "copied-cookie",
      text: "A copied cookie is nobody’s after sign-out.",
      ...signOut("the-app-does-not-ask", "cookie-session"),
      live: true,
    },
    {
      id: "sign-out-in-an-outage",
      text: "Signing out works while the backend is down, and the backend hears of it later.",
      ...signOut("when-the-backend-is-down", "backend-down"),
    },
    {
      id: "everywhere",
      text: "A user can sign out everywhere.",
      ...signOut("everywhere", "everywhere"),
    },
  ],
};
