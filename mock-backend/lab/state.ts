import { publicUser } from "../domain/users.ts";
import type { LabStore } from "../store/store.ts";

/** Everything in a lab that may be seen: numbers, times and states, and neither a token nor a hash. */
export async function labState(lab: LabStore) {
  const clock = await lab.clock();
  const users = await lab.users.list();
  const [signing, ...verifying] = await lab.keys.published(clock.now);
  const { firstSeq, lastSeq } = lab.events.page(Number.MAX_SAFE_INTEGER, 0);
  return {
    id: lab.id,
    clock,
    settings: await lab.settings(),
    users: users.map((user) => ({ ...publicUser(user), suspended: user.suspended })),
    notes: await lab.notes.list(),
    families: await lab.families.view(clock.now),
    keys: [
      ...(signing ? [{ kid: signing.kid, status: "signing" }] : []),
      ...verifying.map(({ kid }) => ({ kid, status: "verifying" })),
    ],
    holders: await lab.holders.all(),
    firstSeq,
    lastSeq,
  };
}
