import { scenarios } from "@/content/lessons/refresh-rotation/scenarios";
import type { AppCheck } from "../check";
import { AppPlay } from "../scenario/play";

export const parallelRequests: AppCheck = {
  id: "parallel-requests",
  title: "Parallel requests",
  section: { slug: "refresh-rotation", anchor: "five-requests-at-once" },
  ages: true,
  expected:
    "Five requests that arrive together with the expired token share one refresh, and nobody is signed out.",
  async run(context) {
    const app = new AppPlay(context);
    await app.play(scenarios["parallel-requests"], { afterwards: "after five requests at once" });
    return "Five requests at once left the session whole.";
  },
};
