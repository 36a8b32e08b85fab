import type { AppCheck } from "../check";
import { expectIn, expectInPastNextExpiry, expectSignedIn } from "./still-in";

const OVERLAP_MS = 300;

export const twoTabs: AppCheck = {
  id: "two-tabs",
  title: "Two tabs",
  section: { slug: "refresh-rotation", anchor: "five-requests-at-once" },
  ages: true,
  expected: "Two tabs that wake up together after expiry both show the page.",
  async run(context) {
    const { backend } = context;
    const visitor = await context.signedIn();
    await context.untilDue();
    await backend.set({ latencyMs: OVERLAP_MS });
    const [one, other] = await visitor.openProtectedInTabs(2);
    await backend.set({ latencyMs: 0 });
    for (const seen of [one, other]) {
      if (seen) expectSignedIn(seen, context, "in one of two tabs opened after expiry");
    }
    await expectIn(context, visitor, "after two tabs at once");
    await context.expectRefreshAsked();
    await expectInPastNextExpiry(context, visitor);
    return "Both tabs showed the page.";
  },
};
