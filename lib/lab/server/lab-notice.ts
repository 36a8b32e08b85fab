import { cookies } from "next/headers";
import { type LabEnd, parseLabEnd } from "@/lib/lab/lab-end";
import { cookieName } from "./cookies";

/** Why the visitor's last lab ended, until they have said that they read it; null when there is nothing to say. */
export async function unreadLabEnd(): Promise<LabEnd | null> {
  return parseLabEnd((await cookies()).get(cookieName("lab-notice"))?.value);
}
