import type { CheckContext } from "../check";
import { Failure } from "../failure";
import { isRefresh } from "../mock-backend";
import type { Seen, Visitor } from "../visitor";

/**
 * Whoever survived something has lost nothing by it: the page opens, it opens again, and the backend honours what the
 * app holds.
 */
export async function expectIn(context: CheckContext, visitor: Visitor, when: string): Promise<void> {
  expectSignedIn(await visitor.openProtected(), context, when);
  expectSignedIn(await visitor.openProtected(), context, `${when}, and opened once more`);
  await visitor.leave();
  await expectFamilyActive(context, when);
}

/** The same, and past the next expiry too: a session that was lost there looks well until then. */
export async function expectInPastNextExpiry(context: CheckContext, visitor: Visitor): Promise<void> {
  await context.untilDue();
  await visitor.readSession();
  await expectIn(context, visitor, "past the next expiry");
  await context.expectRefreshAsked();
}

export function expectSignedIn({ signedIn, what }: Seen, { profile }: CheckContext, when: string): void {
  if (!signedIn) throw new Failure(`${sentence(when)}, ${profile.protected.page} shows ${what}.`);
}

/** @throws Failure when the backend has ended the sign-in, and says why */
export async function expectFamilyActive({ backend }: CheckContext, when: string): Promise<void> {
  const [family] = (await backend.state()).families;
  if (family?.status === "active") return;
  const refreshes = (await backend.events()).filter(isRefresh).length;
  const why =
    family?.reason === "reused" ? "a spent refresh token came again" : (family?.reason ?? "it expired");
  throw new Failure(
    `${sentence(when)}, the backend has ended the sign-in: ${why} (${refreshes} ${refreshes === 1 ? "refresh" : "refreshes"} asked for).`,
  );
}

function sentence(when: string): string {
  return when.charAt(0).toUpperCase() + when.slice(1);
}
