import type { AppCheck, CheckContext } from "../check";
import { Failure } from "../failure";
import type { Visitor } from "../visitor";
import { expectIn } from "./still-in";

export const outage: AppCheck = {
  id: "outage",
  title: "Outage at refresh",
  section: { slug: "refresh-rotation", anchor: "an-outage-is-not-a-no" },
  ages: true,
  expected:
    "A backend that is down when a refresh is due signs nobody out, and neither does a token endpoint that is down alone: once it is back, so is the session.",
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
    const expired = await tokenEndpointDown(context, visitor);
    return `The session was there again when the backend was, and when the token endpoint was${expired ? "" : " (the access token had not expired meanwhile)"}.`;
  },
};

/**
 * The API is up and refuses an access token that has expired, which everybody knows: that 401 is no verdict about the
 * sign-in. What the page shows instead is the app's business, as long as it does not ask for a password.
 *
 * @returns whether the access token had expired meanwhile
 */
async function tokenEndpointDown(context: CheckContext, visitor: Visitor): Promise<boolean> {
  const { backend, profile } = context;
  await context.untilDue();
  await backend.set({ fault: "refresh-only" });
  const expired = await context.untilExpired();
  await visitor.readSession();
  const { asksToSignIn, what } = await visitor.openProtected();
  await visitor.leave();
  await context.expectRefreshAsked();
  if (asksToSignIn) {
    throw new Failure(`While the token endpoint alone was down, ${profile.protected.page} showed ${what}.`);
  }
  await backend.set({ fault: "none" });
  await visitor.readSession();
  await expectIn(context, visitor, "after the token endpoint alone was down");
  return expired;
}
