import "server-only";
import { redirect } from "next/navigation";
import { BackendError } from "@/lib/backend/errors";
import { usableAccessToken } from "@/lib/backend/tokens";
import { currentSession, type ServerSession } from "./current-session";

/** The answer to a page that calls the backend: its data, or a reason that the page can put into words. */
export type Answer<T> =
  | { ok: true; data: T; session: ServerSession }
  | { ok: false; reason: "forbidden" | "unavailable" };

/**
 * Runs a page's call to the backend with the user's own access token, or sends the visitor to sign in, with a
 * way back.
 *
 * @param path where to return to after sign-in
 */
export async function withAccessToken<T>(
  path: string,
  call: (accessToken: string) => Promise<T>,
): Promise<Answer<T>> {
  const session = await currentSession();
  if (session === null) redirect(`/signin?${new URLSearchParams({ callbackUrl: path })}`);
  const { error, accessToken, accessExpiresAt } = session;
  if (error !== undefined || accessToken === undefined) sessionEnded(path);
  try {
    return { ok: true, data: await call(usableAccessToken({ accessToken, accessExpiresAt })), session };
  } catch (failure) {
    if (!(failure instanceof BackendError)) throw failure;
    if (failure.code === "refused") sessionEnded(path);
    return { ok: false, reason: failure.code === "forbidden" ? "forbidden" : "unavailable" };
  }
}

function sessionEnded(path: string): never {
  redirect(`/signin?${new URLSearchParams({ callbackUrl: path, error: "SessionEnded" })}`);
}
