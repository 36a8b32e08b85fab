import type { AppCheck } from "../check";
import { expectIn } from "./still-in";

export const outage: AppCheck = {
  id: "outage",
  title: "Outage at refresh",
  section: { slug: "refresh-rotation", anchor: "an-outage-is-not-a-no" },
  ages: true,
  expected:
    "A backend that is down when a refresh is due signs nobody out: once it is back, so is the session.",
  async run(context) {
    const { backend } = context;
    const visitor = await context.signedIn();
    await context.untilDue();
    await backend.set({ fault: "outage" });
    await visitor.readSession();
    await visitor.openProtected();
    await visitor.leave();
    await context.expectRefreshAsked();
    await backend.set({ fault: "none" });
    await visitor.readSession();
    await expectIn(context, visitor, "after an outage");
    return "The session was there again when the backend was.";
  },
};
