import { scenarios } from "@/content/lessons/refresh-rotation/scenarios";
import type { AppCheck } from "../check";
import { AppPlay } from "../scenario/play";

export const idleReturn: AppCheck = {
  id: "idle-return",
  title: "Idle return",
  section: { slug: "refresh-rotation", anchor: "run-it" },
  ages: true,
  expected:
    "Whoever comes back after the access token has expired is still signed in, and past the next expiry too.",
  async run(context) {
    const app = new AppPlay(context);
    const afterwards = "after expiry, once the tab has read the session";
    await app.play(scenarios["idle-return"], { afterwards });
    return "Still signed in after two expiries.";
  },
};
