import type { AppCheck } from "../check";
import { expectIn } from "./still-in";

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
    const visitor = await context.signedIn();
    await context.untilDue();
    await visitor.openSessionPage();
    await expectIn(context, visitor, "after a page was opened past expiry");
    await context.expectRefreshAsked();
    await context.untilDue(OUTLAST_SECONDS);
    await visitor.openSessionPage();
    await expectIn(context, visitor, "after a page was opened past the next expiry");
    await context.expectRefreshAsked();
    return "Pages opened past two expiries kept what they had refreshed.";
  },
};
