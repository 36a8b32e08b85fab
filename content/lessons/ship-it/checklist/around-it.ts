import type { Group } from "./line";

export const aroundItGroup: Group = {
  id: "around-it",
  title: "Around it",
  lines: [
    {
      id: "headers",
      text: "A policy without `unsafe-inline`, nobody frames it, nobody sniffs it, referrers stay home.",
      section: { lesson: "ship-it", id: "around-it" },
      proof: { lesson: "ship-it", check: "headers" },
      live: true,
    },
  ],
};
