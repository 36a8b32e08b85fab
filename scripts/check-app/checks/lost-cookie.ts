import { scenarios } from "@/content/lessons/refresh-rotation/scenarios";
import type { AppCheck } from "../check";
import { AppPlay } from "../scenario/play";

/** Apps that keep a refresh's answer in memory for a while hide the loss so long: ten seconds are usual. */
const OUTLAST_SECONDS = 12;

export const lostCookie: AppCheck = {
  id: "lost-cookie",
  title: "Lost cookie",
  section: { slug: "refresh-rotation", anchor: "where-the-cookie-is-lost" },
  ages: true,
  expected:
    "A refresh while Server Components render is kept: the next request, and the next expiry, find the new token.",
  async run(context) {
    const app = new AppPlay(context, { outlastSeconds: OUTLAST_SECONDS, readsFirst: true });
    const afterwards = "after a page was opened past expiry";
    await app.play(scenarios["layout-and-page"], {
      "after expiry": afterwards,
      afterwards,
      "past the next expiry": "after a page was opened past the next expiry",
    });
    return "Pages opened past two expiries kept what they had refreshed.";
  },
};
