import { scenarios } from "@/content/lessons/refresh-rotation/scenarios";
import type { AppCheck } from "../check";
import { AppPlay } from "../scenario/play";

export const outage: AppCheck = {
  id: "outage",
  title: "Outage at refresh",
  section: { slug: "refresh-rotation", anchor: "an-outage-is-not-a-no" },
  ages: true,
  expected:
    "A backend that is down when a refresh is due signs nobody out, and neither does a token endpoint that is down alone: once it is back, so is the session.",
  async run(context) {
    const app = new AppPlay(context);
    await app.play(scenarios["backend-down"], { afterwards: "after an outage" });
    await app.play(scenarios["token-endpoint-down"], {
      afterwards: "after the token endpoint alone was down",
    });
    const meanwhile = app.lab.expiredMeanwhile ? "" : " (the access token had not expired meanwhile)";
    return `The session was there again when the backend was, and when the token endpoint was${meanwhile}.`;
  },
};
