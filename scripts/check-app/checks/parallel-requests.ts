import type { AppCheck } from "../check";
import { expectIn, expectInPastNextExpiry } from "./still-in";

const OVERLAP_MS = 300;

export const parallelRequests: AppCheck = {
  id: "parallel-requests",
  title: "Parallel requests",
  section: { slug: "refresh-rotation", anchor: "five-requests-at-once" },
  ages: true,
  expected:
    "Five requests that arrive together with the expired token share one refresh, and nobody is signed out.",
  async run(context) {
    const { backend, profile } = context;
    const visitor = await context.signedIn();
    await context.untilDue();
    // So slow that they overlap.
    await backend.set({ latencyMs: OVERLAP_MS });
    const page = () => visitor.html(profile.protected.page);
    const session = () => visitor.readSession();
    await Promise.all([session(), page(), session(), page(), session()]);
    await backend.set({ latencyMs: 0 });
    await expectIn(context, visitor, "after five requests at once");
    await context.expectRefreshAsked();
    await expectInPastNextExpiry(context, visitor);
    return "Five requests at once left the session whole.";
  },
};
