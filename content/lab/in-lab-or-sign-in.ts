import { redirect } from "next/navigation";
import { LabError } from "@/lib/lab/server/control";
import type { VariantChoice } from "@/lib/lab/server/cookies";
import { inLab } from "@/lib/lab/server/in-lab";

/**
 * Renders a page's part inside the visitor's lab. Without a lab nobody is signed in: the visitor is sent to sign in, with
 * a way back, as anybody without a session is.
 *
 * @param path where to return to after sign-in
 * @throws LabError `unreachable` when the backend does not answer
 */
export async function inLabOrSignIn<T>(
  path: string,
  work: (choice: VariantChoice) => Promise<T>,
): Promise<T> {
  try {
    return await inLab("server-component", work);
  } catch (error) {
    if (!(error instanceof LabError) || error.code !== "unknown") throw error;
  }
  redirect(`/signin?${new URLSearchParams({ callbackUrl: path })}`);
}
