import { rotation } from "./explained-in";
import type { Group } from "./line";

export const theRefreshGroup: Group = {
  id: "the-refresh",
  title: "The refresh",
  lines: [
    {
      id: "page-after-expiry",
      text: "A page opened after expiry keeps what its refresh brought.",
      ...rotation("where-the-cookie-is-lost", "layout-and-page"),
      live: true,
    },
    {
      id: "data-after-expiry",
      text: "So does a data request.",
      ...rotation("where-the-cookie-is-lost", "data-request"),
    },
    {
      id: "at-once",
      text: "Five requests at once spend one refresh token.",
      ...rotation("five-requests-at-once", "parallel-requests"),
    },
    {
      id: "two-tabs",
      text: "So do two tabs.",
      ...rotation("five-requests-at-once", "two-tabs"),
    },
    {
      id: "late-answer",
      text: "An answer that lands late brings no old token back.",
      ...rotation("the-last-write-wins", "late-answer"),
    },
    {
      id: "outage-keeps-session",
      text: "Only the backend’s no ends a session: an outage does not.",
      ...rotation("an-outage-is-not-a-no", "backend-down"),
      live: true,
    },
    {
      id: "two-ends",
      text: "The refresh token has an idle and an absolute end.",
      ...rotation("two-ends", "seven-days"),
    },
    {
      id: "way-back",
      text: "When it is over, the user is told, and comes back to where they were.",
      ...rotation("when-it-is-over", "refresh-expired"),
    },
  ],
};
