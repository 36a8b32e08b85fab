import type { AppCheck } from "../check";
import { expectIn, expectInPastNextExpiry } from "./still-in";

export const idleReturn: AppCheck = {
  id: "idle-return",
  title: "Idle return",
  section: { slug: "refresh-rotation", anchor: "run-it" },
  ages: true,
  expected:
    "Whoever comes back after the access token has expired is still signed in, and past the next expiry too.",
  async run(context) {
    const visitor = await context.signedIn();
    await context.untilDue();
    await visitor.readSession();
    await expectIn(context, visitor, "after expiry, once the tab has read the session");
    await context.expectRefreshAsked();
    await expectInPastNextExpiry(context, visitor);
    return "Still signed in after two expiries.";
  },
};
