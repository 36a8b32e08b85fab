import { scenarios } from "@/content/lessons/refresh-rotation/scenarios";
import type { AppCheck } from "../check";
import { AppPlay } from "../scenario/play";

export const twoTabs: AppCheck = {
  id: "two-tabs",
  title: "Two tabs",
  section: { slug: "refresh-rotation", anchor: "five-requests-at-once" },
  ages: true,
  expected: "Two tabs that wake up together after expiry both show the page.",
  async run(context) {
    const app = new AppPlay(context);
    await app.play(scenarios["two-tabs"], { afterwards: "after two tabs at once" });
    return "Both tabs showed the page.";
  },
};
