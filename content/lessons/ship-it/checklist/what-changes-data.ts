import { actions } from "./explained-in";
import type { Group } from "./line";

export const whatChangesDataGroup: Group = {
  id: "what-changes-data",
  title: "What changes data",
  lines: [
    {
      id: "action-session",
      text: "Every exported action asks for the session itself.",
      ...actions("with-no-session-at-all", "nobody"),
      live: true,
    },
    {
      id: "unused-export",
      text: "So does one that no page uses.",
      ...actions("through-an-export-that-no-page-uses", "unused-sibling"),
    },
    {
      id: "action-ownership",
      text: "It asks whether the thing is theirs.",
      ...actions("four-steps", "not-yours"),
      live: true,
    },
    {
      id: "action-permission",
      text: "It asks the backend for the role, and not the cookie.",
      ...actions("with-yesterdays-role", "demoted"),
      live: true,
    },
    {
      id: "action-input",
      text: "It parses its arguments, whatever their types say.",
      ...actions("with-arguments-that-are-not-what-they-say", "malformed"),
      live: true,
    },
    {
      id: "action-answer",
      text: "It answers with no more than the form shows.",
      ...actions("what-the-caller-learns", "minimal-answer"),
    },
    {
      id: "same-answer",
      text: "“Not yours” and “does not exist” get the same answer.",
      ...actions("what-the-caller-learns", "same-answer"),
    },
    {
      id: "route-handlers-too",
      text: "Route Handlers have the same guard.",
      ...actions("the-same-guard-on-a-route-handler", "route-handler"),
    },
  ],
};
