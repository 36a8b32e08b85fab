import { type BackendCall, currentLab, runInLab } from "./context";
import { note, record } from "./record";

const REVOCATION_PATH = "/v1/auth/logout";

/** Runs a sign-out, and records when the backend did not confirm the revocation. Only 204 is the endpoint's own yes. */
export async function observeRevocation(work: () => Promise<void>): Promise<void> {
  const lab = currentLab();
  const calls: BackendCall[] = [];
  try {
    await (lab === null ? work() : runInLab({ ...lab, calls }, work));
  } finally {
    if (calls.some(({ path, status }) => path === REVOCATION_PATH && status !== 204)) {
      const text = "The backend did not confirm this sign-out: it may not have heard of it.";
      await record(note("revocation.unheard", "failed", { text }));
    }
  }
}

/** Runs a sign-out of all of a user's sessions, and records its end. */
export async function observeSignOutEverywhere(work: () => Promise<void>): Promise<void> {
  await observeRevocation(work);
  const text = "Signed out everywhere: every session of this user has ended.";
  await record(note("signed-out.everywhere", "ok", { text }));
}
