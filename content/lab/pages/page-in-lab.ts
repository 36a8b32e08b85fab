import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { LabError } from "@/lib/lab/server/control";
import type { VariantChoice } from "@/lib/lab/server/cookies";
import { inApp } from "../lab-app";

/**
 * Renders a page of the app inside the visitor's lab. Without a lab nobody is signed in: the visitor is sent to sign in,
 * with a way back, as anybody without a session is.
 *
 * @param path where to return to after sign-in
 * @throws LabError `unreachable` when the backend does not answer
 */
export async function pageInLab(
  path: string,
  render: (choice: VariantChoice) => Promise<ReactNode>,
): Promise<ReactNode> {
  try {
    return await inApp("server-component", render);
  } catch (error) {
    if (!(error instanceof LabError) || error.code !== "unknown") throw error;
  }
  redirect(`/signin?${new URLSearchParams({ callbackUrl: path })}`);
}
