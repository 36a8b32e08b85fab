import type { CheckContext } from "../check";
import { Failure } from "../failure";
import { isRefresh } from "../mock-backend";
import type { Seen } from "../visitor";

/** @throws Failure unless a page shows what only a signed-in user sees */
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

export function sentence(when: string): string {
  return when.charAt(0).toUpperCase() + when.slice(1);
}
